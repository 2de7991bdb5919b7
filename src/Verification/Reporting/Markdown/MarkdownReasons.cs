using SocialContract.Verification.Reporting.Text;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting.Markdown;

/// <summary>
/// What neither passed nor failed: a line for each check where the server did something, for each reason where nothing was tested.
/// </summary>
internal static class MarkdownReasons
{
    public static IEnumerable<string> Of(VerificationReport report)
    {
        foreach (var outcome in (Outcome[])[Outcome.Question, Outcome.Undocumented, Outcome.Known])
        {
            var heading = Heading(outcome);
            foreach (var check in report.Checks.Where(check => check.Outcome == outcome))
            {
                yield return heading + Line(check);
                heading = "";
            }
        }

        foreach (var outcome in (Outcome[])[Outcome.Blocked, Outcome.NotExercised])
        {
            var heading = Heading(outcome);
            foreach (var group in ReasonSummary.Of(report, outcome))
            {
                yield return $"{heading}- {MarkdownText.Inline(group.Reason)} ({MarkdownText.Inline(group.Extent)})\n";
                heading = "";
            }
        }
    }

    private static string Heading(Outcome outcome) => $"\n### {OutcomeWords.Label(outcome)}\n\n*{OutcomeWords.Meaning(outcome)}*\n\n";

    private static string Line(CheckResult check)
    {
        var found = check.Failures.Count > 0 ? $": {FailureText.BesideReason(check, check.Failures[0])}" : "";
        var reason = check.Reason.Length > 0 ? $" ({check.Reason.TrimEnd('.')})" : "";
        var place = $"{MarkdownText.Code(check.Operation)} · {MarkdownText.Code(CheckWords.Place(check))}";
        return $"- {place} · {MarkdownText.Inline(check.Statement + found + reason)}\n";
    }
}
