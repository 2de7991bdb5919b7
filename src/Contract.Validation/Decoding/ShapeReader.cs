using System.Collections.Concurrent;
using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Model;
using SocialContract.JsonSchema.Schemas;

namespace SocialContract.Contract.Validation.Decoding;

/// <summary>Reads the shapes of a document's schemas. Each place is read once; members and elements when they are asked for.</summary>
internal sealed class ShapeReader(DocumentSet documents, SpecificationVersion specification)
{
    /// <summary>Schemas applied to one value, one inside the other; a longer chain says nothing from there on.</summary>
    private const int MaxNesting = 256;

    private readonly ConcurrentDictionary<SchemaLocation, ValueShape> _shapes = new();

    public ValueShape Read(DocumentNode schema) => Read(schema, new Walk(), 0);

    private ValueShape Read(DocumentNode schema, Walk walk, int nesting)
    {
        if (schema.Value.ValueKind != JsonValueKind.Object || nesting > MaxNesting)
        {
            return ValueShape.Unknown;
        }

        var location = schema.Location;
        if (_shapes.TryGetValue(location, out var known) || walk.Done.TryGetValue(location, out known))
        {
            return known;
        }

        if (!walk.Open.Add(location))
        {
            return ValueShape.Unknown;
        }

        var shape = walk.Done[location] = ReadObject(schema, walk, nesting);
        walk.Open.Remove(location);

        // A shape that was cut short in a cycle is right for the walk that cut it, not for others.
        return nesting == 0 ? _shapes.GetOrAdd(location, shape) : shape;
    }

    private ValueShape ReadObject(DocumentNode schema, Walk walk, int nesting)
    {
        var target = schema.Text("$ref") is { } reference && documents.TryResolve(schema, reference, out var found)
            ? Read(found, walk, nesting + 1)
            : ValueShape.Unknown;

        // OpenAPI 3.0.3, section 4.7.23: what stands beside a reference is ignored.
        if (specification == SpecificationVersion.OpenApi30 && schema.Member("$ref") is not null)
        {
            return target;
        }

        return CombinedShape.All(
        [
            new SchemaShape(schema, this),
            target,
            CombinedShape.All(Branches("allOf")),
            CombinedShape.Any(Branches("anyOf")),
            CombinedShape.Any(Branches("oneOf")),
        ]);

        IEnumerable<ValueShape> Branches(string keyword) =>
            schema.Member(keyword) is { } branches ? branches.Elements().Select(branch => Read(branch, walk, nesting + 1)) : [];
    }

    /// <summary>One reading of a schema with all that applies to the same value: each place once, however many ways lead to it.</summary>
    private sealed class Walk
    {
        public HashSet<SchemaLocation> Open { get; } = [];

        public Dictionary<SchemaLocation, ValueShape> Done { get; } = [];
    }
}
