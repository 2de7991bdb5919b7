using System.Text.Json.Serialization;

namespace SocialContract.Contract.Diagnostics;

/// <summary>A diagnostic as the JSON of the command line has it; to be serialized with camel case names.</summary>
/// <param name="Severity"><c>error</c>, <c>warning</c> or <c>information</c>.</param>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based.</param>
/// <param name="Nearest">Left out if no existing name or value is similar enough.</param>
internal sealed record DiagnosticJson(
    string Code,
    string Severity,
    string File,
    int Line,
    int Column,
    string Pointer,
    string Message,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Nearest)
{
    public static DiagnosticJson Of(Diagnostic diagnostic) => new(
        diagnostic.Code,
        DiagnosticFormatter.Word(diagnostic.Severity),
        diagnostic.Position.File,
        diagnostic.Position.Line,
        diagnostic.Position.Column,
        diagnostic.Pointer,
        diagnostic.Message,
        diagnostic.Nearest);
}
