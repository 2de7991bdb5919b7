using System.Collections.Concurrent;
using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Schemas;
using SocialContract.JsonSchema.Patterns;

namespace SocialContract.Contract.Generation.Data.Schemas;

/// <summary>Reads schemas through the document's view, with a cache. Thread-safe.</summary>
internal sealed class SchemaReader(DocumentSet documents, SchemaView view, MessageDirection direction)
{
    /// <summary>The number of places after which the cache is cleared, so that it never copies a whole large document.</summary>
    private const int CacheSize = 20_000;

    private readonly MemberSchemas _members = new();
    private readonly ConcurrentDictionary<PlaceId, KnownSchema> _known = new();
    private readonly ConcurrentDictionary<string, EcmaPattern?> _patterns = new(StringComparer.Ordinal);
    private int _added;

    /// <summary>The keywords of a schema.</summary>
    public KnownSchema Known(DocumentNode schema)
    {
        var place = schema.Place;
        if (_known.TryGetValue(place, out var known))
        {
            return known;
        }

        if (Interlocked.Increment(ref _added) % CacheSize == 0)
        {
            _known.Clear();
        }

        return _known.GetOrAdd(place, new KnownSchema(schema, view));
    }

    /// <summary>The keyword's value in a schema, or null if it is absent or ignored.</summary>
    public DocumentNode? Keyword(DocumentNode schema, string keyword) => Known(schema)[keyword];

    /// <inheritdoc cref="SchemaView.Targets"/>
    public IReadOnlyList<DocumentNode> Targets(DocumentNode schema) => Known(schema).Targets ??= [.. view.Targets(schema)];

    /// <summary>The pattern of a <c>pattern</c> keyword, or null if it is invalid.</summary>
    public EcmaPattern? Pattern(DocumentNode keyword) =>
        keyword.Value.ValueKind == JsonValueKind.String ? Pattern(keyword.Value.GetString()!) : null;

    /// <summary>The pattern of a name in <c>patternProperties</c>, or null if it is invalid.</summary>
    public EcmaPattern? Pattern(string expression) =>
        _patterns.GetOrAdd(expression, static text => EcmaPattern.TryParse(text, out var parsed, out _) ? parsed : null);

    /// <summary>The types that a schema's own <c>type</c> allows; null without <c>type</c>.</summary>
    public ValueTypes? Types(DocumentNode schema) => Known(schema).Types;

    /// <inheritdoc cref="HiddenProperties.IsHidden"/>
    public bool IsHidden(DocumentNode schema) => Known(schema).IsHidden ??= view.IsHidden(schema, direction);

    /// <inheritdoc cref="HiddenProperties.Required"/>
    public IReadOnlyList<string> Required(DocumentNode schema) => Known(schema).Required ??= [.. view.Required(schema, direction)];

    /// <inheritdoc cref="SchemaView.AllConjuncts"/>
    public IReadOnlyList<DocumentNode> Conjuncts(DocumentNode schema) => Known(schema).Conjuncts ??= view.AllConjuncts(schema);

    /// <inheritdoc cref="SchemaView.ListedValues"/>
    public IReadOnlyList<JsonElement> ListedValues(DocumentNode schema) => view.ListedValues(schema);

    /// <inheritdoc cref="SchemaView.Branches(DocumentNode)"/>
    public IEnumerable<DocumentNode> Branches(DocumentNode schema) => view.Branches(schema);

    /// <inheritdoc cref="SchemaView.Element"/>
    public DocumentNode? Element(DocumentNode schema, int index)
    {
        var known = Known(schema);
        return known.Element(index) ?? known[KeywordNames.UnevaluatedItems];
    }

    /// <inheritdoc cref="SchemaView.Member"/>
    public IReadOnlyList<DocumentNode> Member(DocumentNode schema, string name)
    {
        List<DocumentNode> described = [.. DescribedMember(schema, name)];
        return described.Count == 0 && Keyword(schema, KeywordNames.UnevaluatedProperties) is { } others ? [others] : described;
    }

    /// <summary>
    /// As <see cref="Member"/>, without <c>unevaluatedProperties</c>, which is about the members that no other schema of the value
    /// describes either.
    /// </summary>
    public IEnumerable<DocumentNode> DescribedMember(DocumentNode schema, string name)
    {
        var known = Known(schema);
        return _members.Of(keyword => known[keyword], name, whenUnsure: false);
    }

    /// <summary>The discriminator's value for a component: its key in the mapping, else the component's name.</summary>
    public string DiscriminatorValue(DocumentNode discriminator, DocumentNode component)
    {
        foreach (var (key, value) in Discriminator.Mapping(discriminator))
        {
            if (Discriminator.Target(documents, value) is { } mapped && SamePlace(mapped, component))
            {
                return key;
            }
        }

        return NameOf(component);
    }

    /// <summary>The first component in a discriminator's mapping; null if there is none.</summary>
    public DocumentNode? FirstMapped(DocumentNode discriminator) =>
        Discriminator.Mapping(discriminator)
            .Select(entry => Discriminator.Target(documents, entry.Value))
            .FirstOrDefault(mapped => mapped is not null);

    /// <summary>The name of a component schema, e.g. <c>Cat</c>.</summary>
    public static string NameOf(DocumentNode schema) => schema.Place.Name;

    public static bool SamePlace(DocumentNode schema, DocumentNode other) => schema.Place == other.Place;

    public static bool IsFalse(DocumentNode schema) => schema.Value.ValueKind == JsonValueKind.False;
}
