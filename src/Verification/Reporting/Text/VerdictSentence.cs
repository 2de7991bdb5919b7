using SocialContract.Verification.Messages;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting.Text;

/// <summary>The whole run in one sentence.</summary>
internal static class VerdictSentence
{
    public static string Of(VerificationReport report) => $"{Heading(report.Verdict)}: {Detail(report)}.";

    /// <summary>What follows the heading, without a full stop: <c>2 of 43 checks failed (41 passed)</c>.</summary>
    public static string Detail(VerificationReport report)
    {
        var checks = Amount.Of(report.Checks.Count, "check");
        return report.Verdict switch
        {
            VerificationVerdict.Conforms => $"none of {checks} failed ({Counts(report)})",
            VerificationVerdict.Violates => $"{report.Count(Outcome.Failed)} of {checks} failed ({Counts(report)})",
            _ => Printable.Line(report.Reason).TrimEnd('.'),
        };
    }

    /// <summary>The verdict in one to three words, for a heading.</summary>
    public static string Heading(VerificationVerdict verdict) => verdict switch
    {
        VerificationVerdict.Conforms => "Conforms",
        VerificationVerdict.Violates => "Violates the contract",
        _ => "Not tested",
    };

    /// <summary>Every outcome that occurs, with its count, but for failed, which the sentence names itself.</summary>
    private static string Counts(VerificationReport report) => string.Join(", ",
        OutcomeWords.All.Where(outcome => outcome != Outcome.Failed)
            .Select(outcome => (outcome, count: report.Count(outcome)))
            .Where(pair => pair.count > 0 || pair.outcome == Outcome.Passed)
            .Select(pair => OutcomeWords.Counted(pair.count, pair.outcome)));
}
