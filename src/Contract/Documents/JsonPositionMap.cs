namespace SocialContract.Contract.Documents;

/// <summary>The map of a JSON file, whose JSON is its text.</summary>
internal sealed class JsonPositionMap : PositionMap
{
    public static JsonPositionMap Instance { get; } = new();

    public override (int Line, int Column) Locate(DocumentFile file, int jsonOffset) => file.Lines.Locate(jsonOffset);
}
