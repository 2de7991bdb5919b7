namespace SocialContract.JsonSchema.Instances;

/// <summary>A member of an object.</summary>
/// <param name="NameCursor">The name as a string value, with its text and position.</param>
/// <param name="Value">The value.</param>
public readonly record struct JsonMember(JsonCursor NameCursor, JsonCursor Value)
{
    /// <summary>The name without escapes.</summary>
    public string Name => NameCursor.GetString();

    public bool NameEquals(ReadOnlySpan<byte> utf8Name) => NameCursor.ValueEquals(utf8Name);
}
