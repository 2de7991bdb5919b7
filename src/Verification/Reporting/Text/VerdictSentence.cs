using SocialContract.Verification.Cases;
using SocialContract.Verification.Messages;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting.Text;

/// <summary>The whole run in one sentence.</summary>
internal static class VerdictSentence
{
    /// <summary>The maximum number of operations that are listed by name.</summary>
    private const int MaxListed = 6;

    public static string Of(VerificationReport report) => $"{Heading(report.Verdict)}: {Detail(report)}.";

    /// <summary>What follows the heading, without a full stop: <c>2 of 43 checks failed (41 passed)</c>.</summary>
    public static string Detail(VerificationReport report)
    {
        var checks = Amount.Of(report.Checks.Count, "check");
        return report.Verdict switch
        {
            VerificationVerdict.Conforms => $"none of {checks} failed ({Counts(report)}){Exercised(report)}",
            VerificationVerdict.Violates => $"{report.Count(Outcome.Failed)} of {checks} failed ({Counts(report)}){Exercised(report)}",
            VerificationVerdict.Incomplete =>
                $"none of {checks} failed ({Counts(report)}){Exercised(report)}; {Printable.Line(report.Reason).TrimEnd('.')}",
            _ => Printable.Line(report.Reason).TrimEnd('.'),
        };
    }

    /// <summary>The verdict in one to three words, for a heading.</summary>
    public static string Heading(VerificationVerdict verdict) => verdict switch
    {
        VerificationVerdict.Conforms => "Conforms",
        VerificationVerdict.Violates => "Violates the contract",
        VerificationVerdict.Incomplete => "Incomplete",
        _ => "Not tested",
    };

    /// <summary>
    /// How many of the checks of each operation a response decided, the least exercised operations first: <c>; exercised: createPet 40 of
    /// 45, readPet 12 of 12</c>. Operations without a selected check are left out.
    /// </summary>
    private static string Exercised(VerificationReport report)
    {
        var operations = OperationSummary.Of(report)
            .Select(operation => (
                operation.Operation,
                Checks: operation.Checks.Where(check => check.Reason != PlannedCheck.NotSelected).ToList()))
            .Where(operation => operation.Checks.Count > 0)
            .Select(operation => (Name: operation.Operation, All: operation.Checks.Count, Done: operation.Checks.Count(IsExercised)))
            .OrderBy(operation => (double)operation.Done / operation.All)
            .ToList();
        if (operations.Count == 0)
        {
            return "";
        }

        var listed = operations.Take(MaxListed)
            .Select(operation => $"{Printable.Line(operation.Name)} {operation.Done} of {operation.All}");
        var rest = operations.Skip(MaxListed).ToList();
        var more = rest.Count > 0
            ? $", {Amount.Of(rest.Count, "more operation")} "
                + $"{rest.Sum(operation => operation.Done)} of {rest.Sum(operation => operation.All)}"
            : "";
        return $"; exercised: {string.Join(", ", listed)}{more}";
    }

    private static bool IsExercised(CheckResult check) => check.Outcome is not (Outcome.Blocked or Outcome.NotExercised);

    /// <summary>Every outcome that occurs, with its count, but for failed, which the sentence names itself.</summary>
    private static string Counts(VerificationReport report) => string.Join(", ",
        OutcomeWords.All.Where(outcome => outcome != Outcome.Failed)
            .Select(outcome => (outcome, count: report.Count(outcome)))
            .Where(pair => pair.count > 0 || pair.outcome == Outcome.Passed)
            .Select(pair => OutcomeWords.Counted(pair.count, pair.outcome)));
}
