namespace SocialContract.Contract.Diagnostics;

/// <summary>One fault in a document.</summary>
/// <param name="Code">Stable id, e.g. <c>document.unknown-property</c>; never reused.</param>
/// <param name="Severity">
/// An error rejects the document, unless it concerns only some operations: the mock then responds with 501 to those.
/// </param>
/// <param name="Position">The position of the fault.</param>
/// <param name="Pointer">RFC 6901 pointer into the file of <paramref name="Position"/>.</param>
/// <param name="Message">One sentence: what, expected, found, what to do.</param>
/// <param name="Nearest">The existing name or value that the document probably means; null if none is similar enough.</param>
/// <param name="Excerpt">The line, with a caret line below it; empty if there is no line to show.</param>
public sealed record Diagnostic(
    string Code,
    DiagnosticSeverity Severity,
    DocumentPosition Position,
    string Pointer,
    string Message,
    string? Nearest = null,
    string Excerpt = "");
