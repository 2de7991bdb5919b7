using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SocialContract.Contract.Diagnostics;

/// <summary>Writes diagnostics as text for people and as JSON for programs.</summary>
public static class DiagnosticFormatter
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// For each diagnostic a line <c>file:line:column: severity: message [code]</c>, which editors and CI logs turn into a link, followed
    /// by the excerpt. Ends with a line feed; empty if there are no diagnostics.
    /// </summary>
    /// <param name="diagnostics">Written in the order given.</param>
    /// <param name="colour">Whether to use ANSI colours; for a terminal.</param>
    public static string Text(IEnumerable<Diagnostic> diagnostics, bool colour = false)
    {
        var text = new StringBuilder();
        foreach (var diagnostic in diagnostics)
        {
            var paint = colour ? Paint(diagnostic.Severity) : "";
            var (plain, dim) = colour ? ("\e[0m", "\e[2m") : ("", "");
            text.Append(
                $"{diagnostic.Position}: {paint}{Word(diagnostic.Severity)}{plain}: "
                    + $"{Printable(diagnostic.Message)} {dim}[{diagnostic.Code}]{plain}\n");
            foreach (var line in diagnostic.Excerpt.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                text.Append($"    {Printable(line)}\n");
            }
        }

        return text.ToString();
    }

    /// <summary><c>[{code, severity, file, line, column, pointer, message, nearest?}]</c>, UTF-8.</summary>
    public static byte[] Json(IEnumerable<Diagnostic> diagnostics)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Indented))
        {
            json.WriteStartArray();
            foreach (var diagnostic in diagnostics)
            {
                json.WriteStartObject();
                json.WriteString("code", diagnostic.Code);
                json.WriteString("severity", Word(diagnostic.Severity));
                json.WriteString("file", diagnostic.Position.File);
                json.WriteNumber("line", diagnostic.Position.Line);
                json.WriteNumber("column", diagnostic.Position.Column);
                json.WriteString("pointer", diagnostic.Pointer);
                json.WriteString("message", diagnostic.Message);
                if (diagnostic.Nearest is not null)
                {
                    json.WriteString("nearest", diagnostic.Nearest);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return stream.ToArray();
    }

    private static string Word(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "information",
    };

    private static string Paint(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "\e[1;31m",
        DiagnosticSeverity.Warning => "\e[1;33m",
        _ => "\e[1;36m",
    };

    /// <summary>
    /// Replaces control characters other than the tab by visible ones: a document must not control the terminal that shows its faults.
    /// </summary>
    private static string Printable(string text) =>
        text.Any(IsHidden) ? string.Create(text.Length, text, static (shown, text) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                shown[i] = !IsHidden(text[i]) ? text[i] : text[i] < ' ' ? (char)(0x2400 + text[i]) : '\ufffd';
            }
        }) : text;

    private static bool IsHidden(char letter) => char.IsControl(letter) && letter != '\t';
}
