using SocialContract.Contract.Diagnostics;

namespace SocialContract.Contract.Documents;

/// <summary>Creates diagnostics with their excerpts.</summary>
internal static class DiagnosticFactory
{
    public static Diagnostic Create(
        string code,
        DiagnosticSeverity severity,
        DocumentFile file,
        DocumentPosition position,
        string pointer,
        string message,
        string? nearest) =>
        new(
            code,
            severity,
            position,
            pointer,
            nearest is null ? message : $"{message}; did you mean {nearest}?",
            nearest,
            Excerpt.Of(file.Lines, position.Line, position.Column));
}
