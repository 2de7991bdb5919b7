using SocialContract.Verification.Messages;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting.Text;

/// <summary>Results with the same outcome and reason: one cause, one line.</summary>
/// <param name="Rules">In document order; never empty.</param>
internal sealed record ReasonSummary(string Reason, IReadOnlyList<CheckResult> Rules)
{
    /// <summary>The reasons of an outcome in the order in which they first appear.</summary>
    public static IReadOnlyList<ReasonSummary> Of(VerificationReport report, Outcome outcome) =>
    [
        .. report.Rules.Where(rule => rule.Outcome == outcome)
            .GroupBy(rule => rule.Reason, StringComparer.Ordinal)
            .Select(group => new ReasonSummary(Printable.Line(group.Key.Length > 0 ? group.Key : "no reason was given"), [.. group])),
    ];

    /// <summary>
    /// How many checks of how many operations: <c>12 checks of createInstagramAccounts</c>, <c>20 checks of 3 operations</c>.
    /// </summary>
    public string Extent
    {
        get
        {
            var operations = Rules.Select(rule => rule.Operation).Distinct(StringComparer.Ordinal).ToList();
            var owner = operations.Count == 1 ? Printable.Line(operations[0]) : $"{operations.Count} operations";
            return $"{Amount.Of(Rules.Count, "check")} of {owner}";
        }
    }
}
