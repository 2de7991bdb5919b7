using SocialContract.Contract.Sources;

namespace SocialContract.Contract.Diagnostics;

/// <summary>Makes diagnostics with their excerpts.</summary>
internal static class DiagnosticFactory
{
    public static Diagnostic Create(string code, DiagnosticSeverity severity, SourceFile file, SourcePosition position, string pointer, string message, string? nearest) =>
        new(
            code,
            severity,
            position,
            pointer,
            nearest is null ? message : $"{message}; did you mean {nearest}?",
            nearest,
            Excerpt.Of(file.Lines, position.Line, position.Column));
}
