using System.Text.Json;

namespace SocialApi.JsonSchema;

/// <summary>The documents that schemas are compiled from. Nothing is ever fetched: a reference finds what was added, or is a fault.</summary>
public sealed class SchemaRegistry(SchemaSettings settings)
{
    public SchemaSettings Settings { get; } = settings;

    /// <summary>Adds a document that is a schema or contains schemas, to be read when a schema in it is asked for.</summary>
    public void Add(Uri documentUri, JsonElement document) => throw new NotImplementedException();

    /// <summary>
    /// Compiles the schema at a document's URI and a JSON pointer in its fragment (or an anchor), once; later calls return the
    /// same result. Thread-safe.
    /// </summary>
    public CompileResult Compile(Uri schemaLocation) => throw new NotImplementedException();
}
