using System.Text.Json;
using SocialContract.Contract;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Linting;
using SocialContract.Contract.Model;

namespace SocialContract.Cli.Terminal;

/// <summary>Prints a lint report: findings first, then the gaps, then how many there are.</summary>
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
            + $"{Count(report, DiagnosticSeverity.Error, "error")}, {Count(report, DiagnosticSeverity.Warning, "warning")}, "
            + $"{Count(report, DiagnosticSeverity.Information, "remark")}, {report.Gaps.Count} gap{(report.Gaps.Count == 1 ? "" : "s")}");
    }

    public static void WriteJson(TextWriter output, LintReport report) =>
        output.WriteLine(JsonSerializer.Serialize(LintJson.Of(report), CliJson.Readable.LintJson));

    private static string Count(LintReport report, DiagnosticSeverity severity, string noun)
    {
        var count = report.Findings.Count(finding => finding.Severity == severity);
        return $"{count} {noun}{(count == 1 ? "" : "s")}";
    }

    private static string OneLine(string text) =>
        TerminalText.Line(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}
