using SocialContract.Contract.Diagnostics;

namespace SocialContract.Contract.AspNetCore.Problems;

/// <summary>A diagnostic as problem details and a server's log have it.</summary>
/// <param name="At">File, line and column.</param>
/// <param name="Pointer">RFC 6901 pointer in its file; null in a log, whose lines are short.</param>
internal sealed record DiagnosticDetails(string Code, string At, string? Pointer, string Message)
{
    public static DiagnosticDetails Of(Diagnostic diagnostic) =>
        new(diagnostic.Code, diagnostic.Position.ToString(), diagnostic.Pointer, diagnostic.Message);
}
