using System.Text.Json;
using SocialContract.JsonSchema.Dialects;
using SocialContract.JsonSchema.Schemas;

namespace SocialContract.JsonSchema.Compilation;

/// <summary>Finds schemas by URI among the registered documents and the standard meta-schemas. Not thread-safe.</summary>
internal sealed class SchemaStore(SchemaSettings settings)
{
    private readonly Dictionary<string, SchemaDocument> _documents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SchemaResource> _resources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Place> _found = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dialect?> _dialects = new(StringComparer.Ordinal);

    public SchemaSettings Settings { get; } = settings;

    public void Add(Uri uri, JsonElement root)
    {
        var document = new SchemaDocument(this, uri, root.Clone());
        _documents[document.BaseUri] = document;
        _dialects.Clear();
        _found.Clear();
    }

    /// <summary>Makes a resource known by its <c>$id</c>; of two resources with the same <c>$id</c> the first is found.</summary>
    public void Register(SchemaResource resource) => _resources.TryAdd(resource.BaseUri, resource);

    /// <summary>Finds the schema at an absolute URI.</summary>
    /// <param name="problem">What is missing, where there is no such schema.</param>
    public bool TryFind(string uri, out Place place, out string problem)
    {
        problem = "";
        if (_found.TryGetValue(uri, out place))
        {
            return true;
        }

        if (!TrySearch(uri, out place, out problem))
        {
            return false;
        }

        _found[uri] = place;
        return true;
    }

    /// <summary>The schema at a place of a registered document.</summary>
    public bool TryPlaceAt(SchemaLocation location, out Place place)
    {
        place = default;
        return _documents.TryGetValue(UriText.Split(location.Document.AbsoluteUri).Uri, out var document)
            && document.TryPlaceAt(location.Pointer, out place);
    }

    private bool TrySearch(string uri, out Place place, out string problem)
    {
        var (document, fragment) = UriText.Split(uri);
        var name = fragment is null ? "" : Uri.UnescapeDataString(fragment);
        place = default;
        problem = "";
        if (FindResource(document) is not { } resource)
        {
            problem = $"no document or $id '{document}' is registered";
            return false;
        }

        if (name.Length == 0 || name[0] == '/')
        {
            problem = $"'{document}' has nothing at '{name}'";
            return resource.Document.TryPlaceAt(resource.Pointer + name, out place);
        }

        problem = $"'{document}' has no anchor '{name}'";
        return resource.Anchors.TryGetValue(name, out var pointer) && resource.Document.TryPlaceAt(pointer, out place);
    }

    /// <summary>
    /// The dialect that a schema's <c>$schema</c> names, or the parent's dialect; the refusal is null where the dialect is supported.
    /// </summary>
    public (Dialect Dialect, Refusal? Refusal) DialectOf(JsonElement schema, Dialect parent)
    {
        if (schema.ValueKind != JsonValueKind.Object || !schema.TryGetProperty("$schema", out var name))
        {
            return (parent, null);
        }

        var text = name.ValueKind == JsonValueKind.String ? name.GetString()! : name.GetRawText();
        return FindDialect(text) is { } dialect ? (dialect, null) : (parent, Refuse(text));
    }

    private static Refusal Refuse(string name) => new(
        "$schema",
        $"The dialect '{name}' that $schema names is not supported: expected JSON Schema 2020-12, 2019-09, draft 7, 6 or 4, or a "
        + "registered meta-schema whose required vocabularies are known. Change $schema, or register its meta-schema.");

    private SchemaResource? FindResource(string uri)
    {
        if (FindRegistered(uri) is { } found)
        {
            return found;
        }

        foreach (var document in _documents.Values.ToList())
        {
            document.Index();
        }

        if (FindRegistered(uri) is { } indexed)
        {
            return indexed;
        }

        if (MetaSchemas.Find(uri) is { } metaSchema)
        {
            Add(new Uri(uri), metaSchema);
            return FindRegistered(uri);
        }

        return Uri.TryCreate(uri, UriKind.Absolute, out var parsed) && parsed.AbsoluteUri is var normal && normal != uri
            ? FindResource(normal)
            : null;
    }

    private SchemaResource? FindRegistered(string uri)
    {
        if (_resources.TryGetValue(uri, out var resource))
        {
            return resource;
        }

        return _documents.TryGetValue(uri, out var document) && document.TryPlaceAt("", out var root) ? root.Resource : null;
    }

    private Dialect? FindDialect(string name)
    {
        var uri = name.TrimEnd('#');
        if (Settings.DefaultDialect.Id.OriginalString.TrimEnd('#') == uri)
        {
            return Settings.DefaultDialect;
        }

        if (Settings.Dialects.FirstOrDefault(dialect => dialect.Id.OriginalString.TrimEnd('#') == uri) is { } own)
        {
            return own;
        }

        if (StandardDialects.Find(uri) is { } standard)
        {
            return standard;
        }

        if (!_dialects.TryGetValue(uri, out var derived))
        {
            _dialects[uri] = null;
            _dialects[uri] = derived = _documents.TryGetValue(uri, out var metaSchema)
                ? Vocabularies.Derive(uri, metaSchema.Root, this)
                : null;
        }

        return derived;
    }
}
