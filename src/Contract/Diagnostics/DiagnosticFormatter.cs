using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Diagnostics;

/// <summary>Writes diagnostics for people and for programs.</summary>
public static class DiagnosticFormatter
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// For each diagnostic a line <c>file:line:column: severity: message [code]</c>, which editors and CI logs turn into a link, and below
    /// it the excerpt.
    /// Ends with a line feed; empty for none.
    /// </summary>
    /// <param name="diagnostics">Written in the order given.</param>
    /// <param name="colour">Whether to use ANSI colours; for a terminal.</param>
    public static string Text(IEnumerable<Diagnostic> diagnostics, bool colour = false)
    {
        var text = new StringBuilder();
        foreach (var one in diagnostics)
        {
            var paint = colour ? Paint(one.Severity) : "";
            var (plain, dim) = colour ? ("\e[0m", "\e[2m") : ("", "");
            text.Append($"{one.Position}: {paint}{Word(one.Severity)}{plain}: {Printable(one.Message)} {dim}[{one.Code}]{plain}\n");
            foreach (var line in one.Excerpt.Split('\n', StringSplitOptions.RemoveEmptyEntries))
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
            foreach (var one in diagnostics)
            {
                json.WriteStartObject();
                json.WriteString("code", one.Code);
                json.WriteString("severity", Word(one.Severity));
                json.WriteString("file", one.Position.File);
                json.WriteNumber("line", one.Position.Line);
                json.WriteNumber("column", one.Position.Column);
                json.WriteString("pointer", one.Pointer);
                json.WriteString("message", one.Message);
                if (one.Nearest is not null)
                {
                    json.WriteString("nearest", one.Nearest);
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

    /// <summary>A document must not steer the terminal that shows its faults: control characters other than the tab become
    /// visible.</summary>
    private static string Printable(string text) =>
        text.Any(letter => char.IsControl(letter) && letter != '\t')
            ? string.Concat(text.Select(letter => char.IsControl(letter) && letter != '\t' ? letter < ' ' ? ((char)(0x2400 + letter)).ToString() : "\ufffd" : letter.ToString()))
            : text;
}
