using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Diagnostics;

/// <summary>One fault in a document.</summary>
/// <param name="Code">Stable id, e.g. <c>document.unknown-property</c>; never reused.</param>
/// <param name="Severity">An error rejects the document unless it is confined to one operation, which then answers 501.</param>
/// <param name="Position">Where it stands.</param>
/// <param name="Pointer">RFC 6901 pointer into the file of <paramref name="Position"/>.</param>
/// <param name="Message">One sentence: what, expected, found, what to do.</param>
/// <param name="Nearest">The nearest name or value that exists, where one is near enough to be meant.</param>
/// <param name="Excerpt">The line itself, with a caret line below; empty where there is none to show.</param>
public sealed record Diagnostic(
    string Code,
    DiagnosticSeverity Severity,
    DocumentPosition Position,
    string Pointer,
    string Message,
    string? Nearest = null,
    string Excerpt = "");
