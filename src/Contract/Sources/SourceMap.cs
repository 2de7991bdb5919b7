namespace SocialContract.Contract.Sources;

/// <summary>Finds where a byte of a file's JSON stands in the file's text.</summary>
internal abstract class SourceMap
{
    /// <summary>1-based line and column (UTF-16 code units) of the value or name that begins at that offset of
    /// <see cref="SourceFile.Json"/>.</summary>
    public abstract (int Line, int Column) Locate(SourceFile file, int jsonOffset);
}
