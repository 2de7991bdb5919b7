using SocialContract.Contract.Diagnostics;

namespace SocialContract.Contract.Documents;

/// <summary>A fault of a file's text, found before the text has values with pointers.</summary>
/// <param name="Line">1-based; 0 if the fault concerns the file as a whole.</param>
internal readonly record struct DocumentFault(string Code, DiagnosticSeverity Severity, int Line, int Column, string Message);
