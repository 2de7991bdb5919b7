using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;

namespace SocialContract.Contract.Generation.Data.Schemas;

/// <summary>
/// The minimum number of nested arrays and objects in an instance of a schema. It decides which branches of a recursive schema
/// terminate.
/// </summary>
/// <remarks>
/// Computed in ascending order of depth and cached by place and depth, so that the cost of diamond-shaped references is limited by their
/// places. It is an estimate from the keywords that add levels; if it is too low, the depth limit stops the search.
/// </remarks>
internal sealed class MinimumDepth(SchemaReader reader)
{
    /// <summary>The depth of a schema whose instances are infinite or need at least this many levels.</summary>
    public const int Unbounded = 16;

    private readonly Dictionary<(PlaceId, int Depth), bool> _known = [];
    private readonly ConcurrentDictionary<PlaceId, int> _depths = new();
    private readonly Lock _lock = new();

    /// <summary>The depth of the instance with the fewest levels. Thread-safe.</summary>
    public int Of(DocumentNode schema)
    {
        var key = schema.Place;
        return _depths.TryGetValue(key, out var known) ? known : _depths.GetOrAdd(key, Measure(schema));
    }

    private int Measure(DocumentNode schema)
    {
        lock (_lock)
        {
            var depth = 0;
            while (depth < Unbounded && !Fits(schema, depth))
            {
                depth++;
            }

            return depth;
        }
    }

    /// <summary>Whether an instance exists with at most this many levels.</summary>
    private bool Fits(DocumentNode schema, int depth)
    {
        if (schema.Value.ValueKind != JsonValueKind.Object)
        {
            return !SchemaReader.IsFalse(schema);
        }

        var key = (schema.Place, depth);
        if (!_known.TryGetValue(key, out var fits) && RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            // During the computation, a reference back to this schema on the same level counts as unbounded.
            _known[key] = false;
            fits = ComputeFits(schema, depth);
            _known[key] = fits;
        }

        return fits;
    }

    private bool ComputeFits(DocumentNode schema, int depth)
    {
        foreach (var target in reader.Targets(schema))
        {
            if (!Fits(target, depth))
            {
                return false;
            }
        }

        return (reader.Keyword(schema, KeywordNames.AllOf)?.Elements() ?? []).All(part => Fits(part, depth))
            && AnyBranchFits(schema, KeywordNames.AnyOf, depth)
            && AnyBranchFits(schema, KeywordNames.OneOf, depth)
            && (AllowsScalar(schema) || ContentFits(schema, depth));
    }

    private bool AnyBranchFits(DocumentNode schema, string keyword, int depth) =>
        reader.Keyword(schema, keyword) is not { Value.ValueKind: JsonValueKind.Array } branches
        || branches.Elements().Any(branch => Fits(branch, depth));

    private bool AllowsScalar(DocumentNode schema) =>
        reader.Keyword(schema, KeywordNames.Enum) is not null
        || reader.Keyword(schema, KeywordNames.Const) is not null
        || (reader.Types(schema) is { } types && (types & ~(ValueTypes.Object | ValueTypes.Array)) != ValueTypes.None);

    private bool ContentFits(DocumentNode schema, int depth)
    {
        foreach (var name in reader.Required(schema))
        {
            if (reader.Member(schema, name).Where(member => member.Value.ValueKind == JsonValueKind.Object)
                .Any(member => depth == 0 || !Fits(member, depth - 1)))
            {
                return false;
            }
        }

        return reader.Keyword(schema, KeywordNames.MinItems) is not { Value.ValueKind: JsonValueKind.Number } minimum
            || minimum.Value.GetDouble() < 1
            || reader.Element(schema, 0) is not { } element
            || (depth > 0 && Fits(element, depth - 1));
    }
}
