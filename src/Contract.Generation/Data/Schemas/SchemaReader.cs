using System.Collections.Concurrent;
using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Schemas;
using SocialContract.JsonSchema.Patterns;

namespace SocialContract.Contract.Generation.Data.Schemas;

/// <summary>Reads keywords as the document's version means them. Thread-safe.</summary>
internal sealed class SchemaReader(DocumentSet documents, SpecificationVersion version, MessageDirection direction)
{
    private const int LongestChain = 32;

    /// <summary>More places than this are forgotten again, so that a large document does not stay in memory twice.</summary>
    private const int MostKnown = 20_000;

    private readonly SchemaView _view = new(documents, version);
    private readonly ConcurrentDictionary<PlaceId, KnownSchema> _known = new();
    private readonly ConcurrentDictionary<PlaceId, DocumentNode?> _targets = new();
    private readonly ConcurrentDictionary<string, EcmaPattern?> _patterns = new(StringComparer.Ordinal);
    private int _added;

    /// <summary>What a schema says.</summary>
    public KnownSchema Known(DocumentNode schema)
    {
        var place = schema.Place;
        if (_known.TryGetValue(place, out var known))
        {
            return known;
        }

        if (Interlocked.Increment(ref _added) % MostKnown == 0)
        {
            _known.Clear();
            _targets.Clear();
        }

        return _known.GetOrAdd(place, new KnownSchema(schema, version));
    }

    /// <summary>The keyword's value in one schema, or null where it is absent or without meaning.</summary>
    public DocumentNode? Keyword(DocumentNode schema, string keyword) => Known(schema)[keyword];

    /// <summary>What the schema's reference leads to; null where it has none.</summary>
    public DocumentNode? Target(DocumentNode schema)
    {
        var known = Known(schema);
        return known["$ref"] is null && known["$dynamicRef"] is null
            ? null
            : _targets.GetOrAdd(schema.Place, static (_, question) => question.view.Target(question.schema), (view: _view, schema));
    }

    /// <summary>Whether the keywords beside <c>$ref</c> count; see <see cref="SchemaView.HasSiblings"/>.</summary>
    public bool HasSiblings(DocumentNode schema) => Known(schema)["$ref"] is null || _view.HasSiblings(schema);

    /// <summary>The pattern that a <c>pattern</c> keyword holds, or null where it is none.</summary>
    public EcmaPattern? Pattern(DocumentNode keyword) =>
        keyword.Value.ValueKind == JsonValueKind.String ? Pattern(keyword.Value.GetString()!) : null;

    /// <summary>The same for a name of <c>patternProperties</c>.</summary>
    public EcmaPattern? Pattern(string expression) =>
        _patterns.GetOrAdd(expression, static text => EcmaPattern.TryParse(text, out var parsed, out _) ? parsed : null);

    /// <summary>The types that a schema's own <c>type</c> allows; null where it says nothing.</summary>
    public ValueTypes? Types(DocumentNode schema) => Known(schema).Types;

    /// <summary>
    /// Whether values of it do not travel in this direction: <c>readOnly</c> in requests, <c>writeOnly</c> in answers (OpenAPI 3.1,
    /// 4.8.24.5).
    /// </summary>
    public bool IsHidden(DocumentNode schema)
    {
        var flag = direction == MessageDirection.Request ? "readOnly" : "writeOnly";
        foreach (var part in Conjuncts(schema))
        {
            if (Known(part).IsTrue(flag))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The schema and what it refers to or combines by <c>allOf</c>.</summary>
    public IReadOnlyList<DocumentNode> Conjuncts(DocumentNode schema)
    {
        var known = Known(schema);
        return known.Conjuncts ??= Collect(schema);
    }

    private List<DocumentNode> Collect(DocumentNode schema)
    {
        var parts = new List<DocumentNode>();
        var open = new Stack<DocumentNode>([schema]);
        while (parts.Count < LongestChain && open.TryPop(out var next))
        {
            parts.Add(next);
            if (Target(next) is { } target)
            {
                open.Push(target);
            }

            if (HasSiblings(next) && Keyword(next, "allOf") is { } all)
            {
                foreach (var part in all.Elements())
                {
                    open.Push(part);
                }
            }
        }

        return parts;
    }

    /// <summary>What a discriminator calls a component: the key that its mapping has for it, else the component's name.</summary>
    public string DiscriminatorValue(DocumentNode discriminator, DocumentNode component)
    {
        foreach (var (key, value) in discriminator.Member("mapping")?.Members() ?? [])
        {
            if (Mapped(value) is { } mapped && SamePlace(mapped, component))
            {
                return key;
            }
        }

        return NameOf(component);
    }

    /// <summary>The first component of a discriminator's mapping; null where it maps nothing.</summary>
    public DocumentNode? FirstMapped(DocumentNode discriminator) =>
        discriminator.Member("mapping")?.Members().Select(entry => Mapped(entry.Node)).FirstOrDefault(mapped => mapped is not null);

    /// <summary>A mapping's value is a reference or a component's bare name.</summary>
    private DocumentNode? Mapped(DocumentNode value)
    {
        if (value.Value.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        var text = value.Value.GetString()!;
        return documents.TryResolve(value, $"#/components/schemas/{JsonPointer.Escape(text)}", out var named) ? named
            : documents.TryResolve(value, text, out var target) ? target
            : null;
    }

    /// <summary>The place's name among the components, e.g. <c>Cat</c>.</summary>
    public static string NameOf(DocumentNode schema) =>
        JsonPointer.Unescape(schema.Pointer[(schema.Pointer.LastIndexOf('/') + 1)..]);

    public static bool SamePlace(DocumentNode schema, DocumentNode other) => schema.Place == other.Place;

    public static bool IsFalse(DocumentNode schema) => schema.Value.ValueKind == JsonValueKind.False;
}
