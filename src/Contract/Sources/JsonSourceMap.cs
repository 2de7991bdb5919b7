namespace SocialContract.Contract.Sources;

/// <summary>A JSON file's map: its JSON is its text.</summary>
internal sealed class JsonSourceMap : SourceMap
{
    public static JsonSourceMap Instance { get; } = new();

    public override (int Line, int Column) Locate(SourceFile file, int jsonOffset) => file.Lines.Locate(jsonOffset);
}
