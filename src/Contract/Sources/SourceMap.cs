using System.Text.Json;

namespace SocialApi.Contract.Sources;

/// <summary>Finds where a value of a file's JSON stands in the file's text.</summary>
internal abstract class SourceMap
{
    public abstract SourcePosition PositionOf(SourceFile file, JsonElement value);
}
