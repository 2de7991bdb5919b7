using SocialContract.Contract.Secrets;

namespace SocialContract.Verification.Results;

/// <summary>The result of a run.</summary>
/// <param name="Target">The base URL, without credentials.</param>
/// <param name="Document">The document's path as the user named it, its title and version.</param>
/// <param name="Reason">Why nothing was tested; empty otherwise.</param>
/// <param name="Checks">Every check of every operation in document order: nothing is left out silently.</param>
/// <param name="Exchanges">Every request sent, in order.</param>
/// <param name="PlanHash">The hash that <c>plan</c> prints for the same requests.</param>
/// <param name="Seconds">The duration of the run.</param>
public sealed record VerificationReport(
    string Target,
    string Document,
    string Title,
    string Version,
    VerificationVerdict Verdict,
    string Reason,
    IReadOnlyList<CheckResult> Checks,
    IReadOnlyList<RecordedCase> Exchanges,
    string PlanHash,
    double Seconds)
{
    /// <summary>Sentences about the run, such as baseline entries that no longer fail.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>The operations that could not be tested, with the reasons, in a sentence; empty where each was tested.</summary>
    internal string Untested { get; init; } = "";

    /// <summary>Removes the run's credentials from what is added to the report later, such as the notes of a baseline.</summary>
    internal Redactor Redactor { get; init; } = Redactor.WellKnown;

    public int Count(Outcome outcome) => Checks.Count(check => check.Outcome == outcome);
}
