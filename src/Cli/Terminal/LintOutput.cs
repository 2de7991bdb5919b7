using System.Text.Encodings.Web;
using System.Text.Json;
using SocialContract.Contract;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Linting;
using SocialContract.Contract.Model;

namespace SocialContract.Cli.Terminal;

/// <summary>Prints a lint report: findings first, then the gaps, then what they come to.</summary>
internal static class LintOutput
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

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

    /// <summary>
    /// <c>{"findings": [{code, severity, file, line, column, pointer, message, nearest?}], "gaps": [{row, page, reading, file, line,
    /// column, pointer}]}</c>.
    /// </summary>
    public static void WriteJson(TextWriter output, LintReport report)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Indented))
        {
            json.WriteStartObject();
            json.WritePropertyName("findings");
            json.WriteRawValue(DiagnosticFormatter.Json(report.Findings));
            json.WriteStartArray("gaps");
            foreach (var gap in report.Gaps)
            {
                var place = gap.Node.Position;
                json.WriteStartObject();
                json.WriteNumber("row", gap.Row);
                json.WriteString("page", gap.Page);
                json.WriteString("reading", gap.Reading);
                json.WriteString("file", place.File);
                json.WriteNumber("line", place.Line);
                json.WriteNumber("column", place.Column);
                json.WriteString("pointer", gap.Node.Pointer);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteLine(System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static string Count(LintReport report, DiagnosticSeverity severity, string noun)
    {
        var count = report.Findings.Count(finding => finding.Severity == severity);
        return $"{count} {noun}{(count == 1 ? "" : "s")}";
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
