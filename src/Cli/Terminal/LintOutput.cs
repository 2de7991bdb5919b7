using System.Text.Json;
using SocialContract.Contract;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Linting;
using SocialContract.Verification.Messages;

namespace SocialContract.Cli.Terminal;

/// <summary>Prints a lint report: findings, then gaps, then their numbers.</summary>
internal static class LintOutput
{
    public static void WriteText(TextWriter output, ContractDescription api, LintReport report, bool colour)
    {
        output.Write(DiagnosticFormatter.Text(report.Findings, colour));
        if (report.Gaps.Count > 0)
        {
            output.WriteLine();
            output.WriteLine("Where the API's documentation is silent or contradicts itself:");
            foreach (var gap in report.Gaps)
            {
                output.WriteLine($"{gap.Node.Position}: gap {gap.Row}");
                output.WriteLine($"    the page:    {OneLine(gap.Page)}");
                output.WriteLine($"    the reading: {OneLine(gap.Reading)}");
            }
        }

        output.WriteLine();
        output.WriteLine($"{api.Documents.Entry.DisplayPath}: "
            + $"{Amount.Of(Count(report, DiagnosticSeverity.Error), "error")}, "
            + $"{Amount.Of(Count(report, DiagnosticSeverity.Warning), "warning")}, "
            + $"{Count(report, DiagnosticSeverity.Information)} information, {Amount.Of(report.Gaps.Count, "gap")}");
    }

    public static void WriteJson(TextWriter output, LintReport report) =>
        output.WriteLine(JsonSerializer.Serialize(LintJson.Of(report), CliJson.Readable.LintJson));

    private static int Count(LintReport report, DiagnosticSeverity severity) =>
        report.Findings.Count(finding => finding.Severity == severity);

    private static string OneLine(string text) =>
        TerminalText.Line(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}
