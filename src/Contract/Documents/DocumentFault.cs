using SocialContract.Contract.Diagnostics;

namespace SocialContract.Contract.Documents;

/// <summary>Why a file's text could not be read, before there are pointers to speak of.</summary>
/// <param name="Line">1-based; 0 where the fault has no place in the text.</param>
internal readonly record struct DocumentFault(string Code, DiagnosticSeverity Severity, int Line, int Column, string Message);
