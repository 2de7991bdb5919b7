using System.Globalization;
using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Linting;

/// <summary>
/// The types and the listed values that a schema, its references and its <c>allOf</c> have in common. Each schema is looked at once,
/// without recursion: chains of <c>allOf</c> can be long.
/// </summary>
internal sealed class CommonValues(SchemaView view)
{
    private readonly Dictionary<PlaceId, (ValueTypes Types, HashSet<JsonElement>? Values)> _known = [];
    private readonly HashSet<PlaceId> _entered = [];

    /// <returns>
    /// The types, none if no value is allowed, and the values; null if no schema lists values.
    /// </returns>
    public (ValueTypes Types, IReadOnlySet<JsonElement>? Values) Of(DocumentNode schema)
    {
        var waiting = new Stack<(DocumentNode Schema, bool HasParts)>([(schema, false)]);
        while (waiting.TryPop(out var next))
        {
            if (next.HasParts)
            {
                _known[next.Schema.Place] = Combine(next.Schema);
            }
            else if (_entered.Add(next.Schema.Place))
            {
                waiting.Push((next.Schema, true));
                foreach (var part in view.Conjuncts(next.Schema))
                {
                    waiting.Push((part, false));
                }
            }
        }

        return _known[schema.Place];
    }

    private (ValueTypes Types, HashSet<JsonElement>? Values) Combine(DocumentNode schema)
    {
        // A type that does not exist is reported by another lint.
        var types = view.Types(schema) is { } own && own != ValueTypes.None ? own : ValueTypes.Any;
        var values = view.ListedValues(schema) is { Count: > 0 } listed ? listed.ToHashSet(ByText.Instance) : null;
        foreach (var part in view.Conjuncts(schema))
        {
            // A part that is around the schema, too, adds nothing.
            if (_known.TryGetValue(part.Place, out var known))
            {
                types &= known.Types;
                values = Common(values, known.Values);
            }
        }

        return (types, values);
    }

    private static HashSet<JsonElement>? Common(HashSet<JsonElement>? left, HashSet<JsonElement>? right)
    {
        if (left is null || right is null)
        {
            return left ?? right;
        }

        var common = new HashSet<JsonElement>(left, ByText.Instance);
        common.IntersectWith(right);
        return common;
    }

    /// <summary>Text that is the same for equal scalars: independent of escapes; 1 and 1.0 are equal.</summary>
    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => $"\"{value.GetString()}",
        JsonValueKind.Number when value.TryGetDecimal(out var number) => number.ToString("G29", CultureInfo.InvariantCulture),
        _ => JsonSerializer.Serialize(value),
    };

    /// <summary>Makes the texts when it compares: kept for every value of the document they would take several times its size.</summary>
    private sealed class ByText : IEqualityComparer<JsonElement>
    {
        public static ByText Instance { get; } = new();

        public bool Equals(JsonElement x, JsonElement y) => x.ValueKind == y.ValueKind && Text(x) == Text(y);

        public int GetHashCode(JsonElement obj) => Text(obj).GetHashCode(StringComparison.Ordinal);
    }
}
