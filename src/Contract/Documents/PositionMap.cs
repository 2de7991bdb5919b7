namespace SocialContract.Contract.Documents;

/// <summary>Maps a byte of a file's JSON to a position in the file's text.</summary>
internal abstract class PositionMap
{
    /// <summary>
    /// 1-based line and column (UTF-16 code units) of the value or name that begins at that offset of <see cref="DocumentFile.Json"/>.
    /// </summary>
    public abstract (int Line, int Column) Locate(DocumentFile file, int jsonOffset);
}
