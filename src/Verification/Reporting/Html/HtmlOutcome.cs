using SocialContract.Verification.Reporting.Text;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting.Html;

/// <summary>An outcome as the templates show it.</summary>
internal sealed class HtmlOutcome(Outcome outcome)
{
    /// <summary>The word for machines, a class of the style sheet.</summary>
    public string Id => OutcomeWords.Id(outcome);

    public string Label => OutcomeWords.Label(outcome);

    public string Meaning => OutcomeWords.Meaning(outcome);

    public int CountIn(VerificationReport report) => report.Count(outcome);

    public HtmlCount Cell(Func<Outcome, int> count) =>
        count(outcome) is var number and > 0 ? new(Id, Label, number) : new("none", Label, 0);
}

/// <summary>A cell of the overview.</summary>
/// <param name="Style">The outcome's class, or <c>none</c> for 0.</param>
internal sealed record HtmlCount(string Style, string Label, int Number);
