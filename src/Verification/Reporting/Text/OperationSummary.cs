using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting.Text;

/// <summary>The results of one operation.</summary>
/// <param name="Operation">The operation's id.</param>
/// <param name="Checks">In document order; never empty.</param>
internal sealed record OperationSummary(string Operation, IReadOnlyList<CheckResult> Checks)
{
    public int Count(Outcome outcome) => Checks.Count(check => check.Outcome == outcome);

    /// <summary>Operations in the order in which their first check appears.</summary>
    public static IReadOnlyList<OperationSummary> Of(VerificationReport report) =>
    [
        .. report.Checks.GroupBy(check => check.Operation, StringComparer.Ordinal)
            .Select(group => new OperationSummary(group.Key, [.. group])),
    ];
}
