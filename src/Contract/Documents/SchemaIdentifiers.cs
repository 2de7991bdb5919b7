using SocialContract.JsonSchema;
using SocialContract.JsonSchema.Compilation;
using SocialContract.JsonSchema.Dialects;
using SocialContract.JsonSchema.Schemas;

namespace SocialContract.Contract.Documents;

/// <summary>
/// The identifiers of a document's schemas, and the dialects that schemas name, as the evaluation of schemas finds them (JSON Schema core,
/// sections 8.1 and 8.2).
/// </summary>
/// <remarks>In most documents no schema has an identifier or names a dialect: then nothing is indexed.</remarks>
/// <param name="settings">The dialects that schemas may have.</param>
internal sealed class SchemaIdentifiers(SchemaSettings settings)
{
    private readonly List<DocumentFile> _files = [];
    private SchemaRegistry? _registry;

    public SchemaSettings Settings => settings;

    /// <summary>Whether schemas may have another base, another name or another dialect than their place tells.</summary>
    public bool MayExist => _registry is not null;

    /// <summary>Adds a file. Not thread-safe, unlike the look-ups.</summary>
    public void Add(DocumentFile file)
    {
        _files.Add(file);
        if (_registry is not null)
        {
            _registry.Add(file.Uri, file.Root);
        }
        else if (IdentifierIndex.MayIdentify(file.Root, settings.DefaultDialect))
        {
            _registry = Registry(settings);
        }
    }

    /// <summary>A registry of the files.</summary>
    public SchemaRegistry Registry(SchemaSettings others)
    {
        var registry = new SchemaRegistry(others);
        _files.ForEach(file => registry.Add(file.Uri, file.Root));
        return registry;
    }

    /// <summary>The dialect in force at a schema.</summary>
    public Dialect DialectAt(PlaceId schema) => _registry?.DialectAt(new(schema.File.Uri, schema.Pointer)) ?? settings.DefaultDialect;

    /// <summary>The base of relative references at a place: the nearest identifier of the place or its parents, else the file.</summary>
    public Uri BaseOf(DocumentNode node) =>
        _registry?.BaseUriAt(node.Location) is { } text && Uri.TryCreate(text, UriKind.Absolute, out var uri) ? uri : node.File.Uri;

    /// <summary>The place that a reference names; null if no file has it, or if there are no identifiers.</summary>
    public SchemaLocation? Resolve(PlaceId from, string reference) => _registry?.Resolve(new(from.File.Uri, from.Pointer), reference);
}
