using System.Collections.Concurrent;
using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Schemas;
using SocialContract.Contract.Secrets;

namespace SocialContract.Contract.Validation.Decoding;

/// <summary>Reads the shapes of a document's schemas. Each place is read once, members and elements on first use.</summary>
internal sealed class ShapeReader(SchemaView view)
{
    /// <summary>The maximum number of nested schemas for the same value; deeper schemas are ignored.</summary>
    private const int MaxNesting = 256;

    private readonly ConcurrentDictionary<PlaceId, ValueShape> _shapes = new();

    public ValueShape Read(DocumentNode schema) => Read(schema, new Walk(), 0);

    /// <summary>Whether the values of a schema, or anything in them, are secrets.</summary>
    public bool HoldsSecret(DocumentNode schema) => SecretSchema.Of(view, schema) is { HoldsSecret: true };

    private ValueShape Read(DocumentNode schema, Walk walk, int nesting)
    {
        if (schema.Value.ValueKind != JsonValueKind.Object || nesting > MaxNesting)
        {
            return ValueShape.Unknown;
        }

        var place = schema.Place;
        if (_shapes.TryGetValue(place, out var known) || walk.Done.TryGetValue(place, out known))
        {
            return known;
        }

        if (!walk.Open.Add(place))
        {
            return ValueShape.Unknown;
        }

        var shape = walk.Done[place] = ReadObject(schema, walk, nesting);
        walk.Open.Remove(place);

        // A shape inside a cycle is incomplete, so only the outermost shape is cached for other walks.
        return nesting == 0 ? _shapes.GetOrAdd(place, shape) : shape;
    }

    private ValueShape ReadObject(DocumentNode schema, Walk walk, int nesting)
    {
        // Most references have nothing beside them.
        var conjuncts = CombinedShape.All(Shapes(view.Conjuncts(schema)));
        return schema.Value.GetPropertyCount() == 1 && view.Keyword(schema, KeywordNames.Ref) is not null ? conjuncts : CombinedShape.All(
        [
            new KeywordShape(schema, view, this),
            conjuncts,
            CombinedShape.Any(Shapes(view.Branches(schema, KeywordNames.AnyOf))),
            CombinedShape.Any(Shapes(view.Branches(schema, KeywordNames.OneOf))),
            Conditional(CombinedShape.Any(Shapes(view.Consequences(schema)))),
        ]);

        static ValueShape Conditional(ValueShape shape) => shape == ValueShape.Unknown ? shape : new ConditionalShape(shape);

        List<ValueShape> Shapes(IEnumerable<DocumentNode> schemas) => [.. schemas.Select(part => Read(part, walk, nesting + 1))];
    }

    /// <summary>A walk over the schemas that apply to the same value; each place is read once.</summary>
    private sealed class Walk
    {
        public HashSet<PlaceId> Open { get; } = [];

        public Dictionary<PlaceId, ValueShape> Done { get; } = [];
    }
}
