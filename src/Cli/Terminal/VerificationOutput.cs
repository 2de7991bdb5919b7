using SocialContract.Verification.Messages;
using SocialContract.Verification.Reporting.Text;
using SocialContract.Verification.Results;
using Spectre.Console;

namespace SocialContract.Cli.Terminal;

/// <summary>
/// A run's report for a person at a terminal or reading a CI log: a table by operation, each failure with its exchange, the rest one line
/// for each cause, and in the last line the verdict. The same report and settings give the same bytes.
/// </summary>
internal static class VerificationOutput
{
    /// <summary>Writes lines that end in a line feed.</summary>
    public static void Write(VerificationReport report, IAnsiConsole console, TerminalSettings settings)
    {
        var terminal = new TerminalWriter(console, settings);
        terminal.Paragraph($"{report.Title} {report.Version} ({report.Document}) against {report.Target}", TerminalStyles.Bold);
        if (report.Checks.Count > 0)
        {
            terminal.Blank();
            OutcomeTable.Write(terminal, report);
        }

        var failed = report.Checks.Where(check => check.Outcome == Outcome.Failed).ToList();
        foreach (var (index, check) in failed.Index())
        {
            terminal.Blank();
            FailureOutput.Write(terminal, check, index + 1, failed.Count);
        }

        ReasonOutput.Write(terminal, report);
        terminal.Blank();
        foreach (var notice in report.Notices)
        {
            terminal.Paragraph($"Note: {notice}", hanging: 6);
        }

        terminal.Paragraph(
            $"{Amount.Of(report.Exchanges.Count, "request")} in {Amount.Seconds(report.Seconds)}; plan {report.PlanHash}",
            TerminalStyles.Dim);
        terminal.Line(VerdictSentence.Of(report), TerminalStyles.Of(report.Verdict));
    }
}
