using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting.Text;

/// <summary>The results of one operation.</summary>
/// <param name="Operation">The operation's id.</param>
/// <param name="Rules">In document order; never empty.</param>
internal sealed record OperationSummary(string Operation, IReadOnlyList<CheckResult> Rules)
{
    public int Count(Outcome outcome) => Rules.Count(rule => rule.Outcome == outcome);

    /// <summary>Operations in the order in which their first check appears.</summary>
    public static IReadOnlyList<OperationSummary> Of(VerificationReport report) =>
    [
        .. report.Rules.GroupBy(check => check.Operation, StringComparer.Ordinal)
            .Select(group => new OperationSummary(group.Key, [.. group])),
    ];
}
