using SocialContract.Verification.Reporting.Terminal;
using SocialContract.Verification.Reporting.Text;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting;

/// <summary>
/// The report for somebody at a terminal or reading a CI log: a table by operation, each failure with its exchange, the rest one line for
/// each cause, and in the last line the verdict. The same report and settings give the same bytes.
/// </summary>
public static class ConsoleReport
{
    /// <summary>Writes lines that end in a line feed.</summary>
    public static void Write(VerificationReport report, TextWriter output, ConsoleSettings settings)
    {
        var terminal = new TerminalWriter(output, settings);
        terminal.Paragraph($"{report.Title} {report.Version} ({report.Document}) against {report.Target}", TerminalColor.Bold);
        if (report.Rules.Count > 0)
        {
            terminal.Blank();
            TerminalTable.Write(terminal, report);
        }

        var failed = report.Rules.Where(rule => rule.Outcome == Outcome.Failed).ToList();
        for (var at = 0; at < failed.Count; at++)
        {
            terminal.Blank();
            TerminalFailure.Write(terminal, failed[at], at + 1, failed.Count);
        }

        TerminalReasons.Write(terminal, report);
        terminal.Blank();
        foreach (var notice in report.Notices)
        {
            terminal.Paragraph($"Note: {notice}", hanging: 6);
        }

        terminal.Paragraph(
            $"{Amount.Of(report.Exchanges.Count, "request")} in {Amount.Seconds(report.Seconds)}; plan {report.PlanHash}", TerminalColor.Dim);
        terminal.Pieces([(VerdictSentence.Of(report), report.Verdict switch
        {
            VerificationVerdict.Conforms => TerminalColor.Green,
            VerificationVerdict.Violates => TerminalColor.Red,
            _ => TerminalColor.Yellow,
        })]);
    }
}
