using SocialContract.Verification.Messages;
using SocialContract.Verification.Reporting.Text;
using SocialContract.Verification.Results;

namespace SocialContract.Cli.Terminal;

/// <summary>Prints the checks that neither passed nor failed: a line for each reason, then the checks with a judged response.</summary>
internal static class ReasonOutput
{
    private const int MaxListed = 5;

    public static void Write(TerminalWriter terminal, VerificationReport report)
    {
        var others = OutcomeWords.All.Where(outcome => outcome is not (Outcome.Passed or Outcome.Failed) && report.Count(outcome) > 0);
        foreach (var outcome in others)
        {
            terminal.Blank();
            terminal.Paragraph(
                $"{OutcomeWords.Label(outcome).ToUpperInvariant()} {report.Count(outcome)}: {OutcomeWords.Meaning(outcome)}",
                TerminalStyles.Of(outcome),
                hanging: 2);
            foreach (var reason in ReasonSummary.Of(report, outcome))
            {
                WriteReason(terminal, reason);
            }
        }
    }

    private static void WriteReason(TerminalWriter terminal, ReasonSummary reason)
    {
        terminal.Paragraph($"- {reason.Reason} ({reason.Extent})", indent: 2, hanging: 2);
        var seen = reason.Checks.Where(check => check.Failures.Count > 0).ToList();
        foreach (var check in seen.Take(MaxListed))
        {
            var failure = check.Failures[0];
            terminal.Paragraph(
                $"{CheckWords.Place(check)}: {check.Statement}: {FailureText.BesideReason(check, failure)} (case {failure.Exchange.Case})",
                indent: 4,
                hanging: 2);
        }

        if (seen.Count > MaxListed)
        {
            terminal.Paragraph($"and {Amount.Of(seen.Count - MaxListed, "more check")}", TerminalStyles.Dim, indent: 4);
        }
    }
}
