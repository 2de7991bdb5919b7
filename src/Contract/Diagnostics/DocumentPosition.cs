namespace SocialContract.Contract.Diagnostics;

/// <summary>A position in a file of the document, counted as editors count: line and column start at 1.</summary>
/// <param name="File">The path as the user gave it, or as a <c>$ref</c> reached it; for messages.</param>
/// <param name="Line">1-based line.</param>
/// <param name="Column">1-based column in UTF-16 code units.</param>
public readonly record struct DocumentPosition(string File, int Line, int Column)
{
    /// <summary><c>file:line:column</c>, the form that editors and CI logs turn into a link.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}";
}
