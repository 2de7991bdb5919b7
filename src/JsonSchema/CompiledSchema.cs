namespace SocialApi.JsonSchema;

/// <summary>A schema, ready to judge any number of instances from any number of threads.</summary>
public sealed class CompiledSchema
{
    internal CompiledSchema(SchemaLocation location) => Location = location;

    public SchemaLocation Location { get; }

    /// <summary>The verdict alone. Allocates nothing.</summary>
    public bool IsValid(JsonCursor instance) => throw new NotImplementedException();

    /// <summary>Reads the text and judges it; false also where it is no JSON. Allocates nothing beyond pooled buffers.</summary>
    public bool IsValid(ReadOnlyMemory<byte> utf8) => throw new NotImplementedException();

    /// <summary>Adds every violation, in the order of the instance's text.</summary>
    public void Evaluate(JsonCursor instance, List<SchemaViolation> violations) => throw new NotImplementedException();
}
