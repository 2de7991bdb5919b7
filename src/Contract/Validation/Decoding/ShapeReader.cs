using System.Collections.Concurrent;
using System.Text.Json;
using SocialApi.Contract.Model;
using SocialApi.Contract.Sources;
using SocialApi.JsonSchema;

namespace SocialApi.Contract.Validation.Decoding;

/// <summary>Reads the shapes of a document's schemas. Each place is read once; members and elements when they are asked for.</summary>
internal sealed class ShapeReader(DocumentSet documents, SpecificationVersion specification)
{
    /// <summary>Schemas applied to one value, one inside the other; recursion without progress ends here.</summary>
    private const int MaxNesting = 32;

    private readonly ConcurrentDictionary<SchemaLocation, ValueShape> _shapes = new();

    public ValueShape Read(DocumentNode schema) => Read(schema, 0);

    private ValueShape Read(DocumentNode schema, int nesting)
    {
        if (schema.Value.ValueKind != JsonValueKind.Object || nesting > MaxNesting)
        {
            return ValueShape.Unknown;
        }

        if (_shapes.TryGetValue(schema.Location, out var known))
        {
            return known;
        }

        var shape = ReadObject(schema, nesting);

        // What was cut short in a cycle is right for the walk that cut it, not for others.
        return nesting == 0 ? _shapes.GetOrAdd(schema.Location, shape) : shape;
    }

    private ValueShape ReadObject(DocumentNode schema, int nesting)
    {
        var target = schema.Text("$ref") is { } reference && documents.TryResolve(schema, reference, out var found)
            ? Read(found, nesting + 1)
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
            CombinedShape.All(Branches(schema, "allOf", nesting)),
            CombinedShape.Any(Branches(schema, "anyOf", nesting)),
            CombinedShape.Any(Branches(schema, "oneOf", nesting)),
        ]);
    }

    private IEnumerable<ValueShape> Branches(DocumentNode schema, string keyword, int nesting) =>
        schema.Member(keyword) is { } branches ? branches.Elements().Select(branch => Read(branch, nesting + 1)) : [];
}
