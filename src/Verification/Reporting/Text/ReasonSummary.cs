using SocialContract.Verification.Messages;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting.Text;

/// <summary>Results with the same outcome and reason: one cause, one line.</summary>
/// <param name="Checks">In document order; never empty.</param>
internal sealed record ReasonSummary(string Reason, IReadOnlyList<CheckResult> Checks)
{
    /// <summary>The reasons of an outcome in the order in which they first appear.</summary>
    public static IReadOnlyList<ReasonSummary> Of(VerificationReport report, Outcome outcome) =>
    [
        .. report.Checks.Where(check => check.Outcome == outcome)
            .GroupBy(check => check.Reason, StringComparer.Ordinal)
            .Select(group => new ReasonSummary(Printable.Line(group.Key.Length > 0 ? group.Key : "no reason was given"), [.. group])),
    ];

    /// <summary>
    /// How many checks of how many operations: <c>12 checks of createInstagramAccounts</c>, <c>20 checks of 3 operations</c>.
    /// </summary>
    public string Extent
    {
        get
        {
            var operations = Checks.Select(check => check.Operation).Distinct(StringComparer.Ordinal).ToList();
            var owner = operations.Count == 1 ? Printable.Line(operations[0]) : $"{operations.Count} operations";
            return $"{Amount.Of(Checks.Count, "check")} of {owner}";
        }
    }
}
