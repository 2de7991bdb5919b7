using System.Text;

namespace SocialContract.Contract.Diagnostics;

/// <summary>Writes diagnostics as text; programs get <see cref="DiagnosticJson"/>.</summary>
public static class DiagnosticFormatter
{
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
            var message = ControlCharacters.ToPictures(diagnostic.Message);
            text.Append($"{diagnostic.Position}: {paint}{Word(diagnostic.Severity)}{plain}: {message} ");
            text.Append($"{dim}[{diagnostic.Code}]{plain}\n");
            foreach (var line in diagnostic.Excerpt.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                text.Append($"    {ControlCharacters.ToPictures(line)}\n");
            }
        }

        return text.ToString();
    }

    internal static string Word(DiagnosticSeverity severity) => severity switch
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
}
