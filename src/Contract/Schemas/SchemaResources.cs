using System.Collections.Concurrent;
using SocialContract.Contract.Documents;
using SocialContract.JsonSchema;
using SocialContract.JsonSchema.Compilation;
using SocialContract.JsonSchema.Dialects;
using SocialContract.JsonSchema.Schemas;

namespace SocialContract.Contract.Schemas;

/// <summary>
/// The dialect in force at a schema, and the targets of references: both as the evaluation of schemas finds them. Thread-safe.
/// </summary>
/// <remarks>
/// In most documents no schema names its dialect or has an identifier: then the document's dialect is in force everywhere, and references
/// are resolved without an index of identifiers.
/// </remarks>
/// <param name="dialect">The dialect of schemas without <c>$schema</c>.</param>
internal sealed class SchemaResources(DocumentSet documents, SpecificationVersion version, Dialect dialect)
{
    private readonly Lazy<SchemaRegistry?> _registry = new(() => Create(documents, version, dialect));
    private readonly ConcurrentDictionary<PlaceId, Dialect> _dialects = new();
    private readonly ConcurrentDictionary<(PlaceId Place, string Reference), SchemaLocation?> _targets = new();

    /// <summary>The dialect of schemas without <c>$schema</c>.</summary>
    public Dialect Default => dialect;

    /// <summary>The dialect in force at a schema.</summary>
    public Dialect DialectAt(DocumentNode schema) => _registry.Value is { } registry
        ? _dialects.GetOrAdd(schema.Place, static (place, index) => index.DialectAt(new(place.File.Uri, place.Pointer)), registry)
        : dialect;

    /// <summary>The schema that a reference names; null if no file of the document has it.</summary>
    public DocumentNode? Resolve(DocumentNode schema, string reference)
    {
        if (_registry.Value is not { } registry)
        {
            return documents.TryResolve(schema, reference, out var found) ? found : null;
        }

        var target = _targets.GetOrAdd(
            (schema.Place, reference),
            static (key, index) => index.Resolve(new(key.Place.File.Uri, key.Place.Pointer), key.Reference),
            registry);
        return target is null ? null : documents.Find(target);
    }

    /// <summary>A registry of the document's files.</summary>
    /// <param name="settings">Without dialects.</param>
    public static SchemaRegistry Registry(
        DocumentSet documents, SpecificationVersion version, Dialect dialect, SchemaSettings settings)
    {
        // Schemas of a 3.1 document may name its own dialect, whatever jsonSchemaDialect says.
        var named = version == SpecificationVersion.OpenApi30 ? dialect : OpenApiDialects.V31;
        var registry = new SchemaRegistry(settings with { DefaultDialect = dialect, Dialects = [dialect, named] });
        foreach (var file in documents.Files)
        {
            registry.Add(file.Uri, file.Root);
        }

        return registry;
    }

    private static SchemaRegistry? Create(DocumentSet documents, SpecificationVersion version, Dialect dialect) =>
        documents.Files.Any(file => IdentifierIndex.MayIdentify(file.Root, dialect))
            ? Registry(documents, version, dialect, SchemaSettings.Default)
            : null;
}
