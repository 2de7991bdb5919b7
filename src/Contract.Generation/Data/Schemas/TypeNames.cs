using System.Text.Json;

namespace SocialContract.Contract.Generation.Data.Schemas;

/// <summary>Reads the type names of the keyword <c>type</c>.</summary>
internal static class TypeNames
{
    /// <summary>The types that a <c>type</c> keyword names, in its order; an unknown name is <see cref="ValueTypes.None"/>.</summary>
    public static IEnumerable<ValueTypes> Read(JsonElement keyword) => keyword.ValueKind switch
    {
        JsonValueKind.String => [OfName(keyword.GetString()!)],
        JsonValueKind.Array => keyword.EnumerateArray()
            .Where(name => name.ValueKind == JsonValueKind.String)
            .Select(name => OfName(name.GetString()!)),
        _ => [],
    };

    private static ValueTypes OfName(string name) => name switch
    {
        "null" => ValueTypes.Null,
        "boolean" => ValueTypes.Boolean,
        "object" => ValueTypes.Object,
        "array" => ValueTypes.Array,
        "integer" => ValueTypes.Integer,
        "number" => ValueTypes.Number,
        "string" => ValueTypes.String,
        _ => ValueTypes.None,
    };
}
