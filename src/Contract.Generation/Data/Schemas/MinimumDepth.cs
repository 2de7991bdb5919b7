using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Generation.Data.Schemas;

/// <summary>
/// How many levels of arrays and objects an instance of a schema needs at least: recursive schemas end only on some ways.
/// </summary>
/// <remarks>
/// Answered for growing heights, each place and height once, so that diamond-shaped references cost no more than their places.
/// An estimate from the keywords that make levels; what it misses, the depth limit catches.
/// </remarks>
internal sealed class MinimumDepth(SchemaReader reader)
{
    /// <summary>The height of what does not end, or not within this many levels.</summary>
    public const int Endless = 16;

    private readonly Dictionary<(DocumentFile, string, int), bool> _known = [];
    private readonly ConcurrentDictionary<(DocumentFile, string), int> _heights = new();
    private readonly Lock _lock = new();

    /// <summary>Levels that the least instance has; thread-safe.</summary>
    public int HeightOf(DocumentNode schema)
    {
        var key = (schema.File, schema.Pointer);
        return _heights.TryGetValue(key, out var known) ? known : _heights.GetOrAdd(key, Measure(schema));
    }

    private int Measure(DocumentNode schema)
    {
        lock (_lock)
        {
            var height = 0;
            while (height < Endless && !Ends(schema, height))
            {
                height++;
            }

            return height;
        }
    }

    private bool Ends(DocumentNode schema, int height)
    {
        if (schema.Value.ValueKind != JsonValueKind.Object)
        {
            return !SchemaReader.IsFalse(schema);
        }

        var key = (schema.File, schema.Pointer, height);
        if (!_known.TryGetValue(key, out var ends) && RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            // While it is being answered a reference back to it on the same level leads nowhere.
            _known[key] = false;
            ends = EndsUnknown(schema, height);
            _known[key] = ends;
        }

        return ends;
    }

    private bool EndsUnknown(DocumentNode schema, int height)
    {
        if (reader.Target(schema) is { } target && !Ends(target, height))
        {
            return false;
        }

        return !reader.HasSiblings(schema)
            || ((reader.Keyword(schema, "allOf")?.Elements() ?? []).All(part => Ends(part, height))
                && AnyBranchEnds(schema, "anyOf", height)
                && AnyBranchEnds(schema, "oneOf", height)
                && (AllowsScalar(schema) || LevelEnds(schema, height)));
    }

    private bool AnyBranchEnds(DocumentNode schema, string keyword, int height) =>
        reader.Keyword(schema, keyword) is not { Value.ValueKind: JsonValueKind.Array } branches || branches.Elements().Any(branch => Ends(branch, height));

    private bool AllowsScalar(DocumentNode schema) =>
        reader.Keyword(schema, "enum") is not null
        || reader.Keyword(schema, "const") is not null
        || (reader.Types(schema) is { } types && (types & ~(ValueTypes.Object | ValueTypes.Array)) != ValueTypes.None);

    private bool LevelEnds(DocumentNode schema, int height)
    {
        foreach (var name in reader.Keyword(schema, "required")?.Elements() ?? [])
        {
            if (name.Value.ValueKind == JsonValueKind.String
                && reader.Keyword(schema, "properties")?.Member(name.Value.GetString()!) is { } property
                && !reader.IsHidden(property)
                && (height == 0 || !Ends(property, height - 1)))
            {
                return false;
            }
        }

        return reader.Keyword(schema, "minItems") is not { Value.ValueKind: JsonValueKind.Number } least
            || least.Value.GetDouble() < 1
            || reader.Keyword(schema, "items") is not { } items
            || (height > 0 && Ends(items, height - 1));
    }
}
