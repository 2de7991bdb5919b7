using System.Runtime.InteropServices;
using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.JsonSchema.Numbers;

namespace SocialContract.Contract.Keywords;

/// <summary>The names of JSON Schema's types, and the types of values.</summary>
internal static class TypeNames
{
    private static readonly string[] Names = ["null", "boolean", "object", "array", "integer", "number", "string"];

    /// <summary>
    /// The types that keywords imply (<see cref="SchemaKeyword.ImpliedType"/>), the first the likeliest where they imply several.
    /// </summary>
    public static IReadOnlyList<ValueTypes> Implied { get; } = [ValueTypes.Object, ValueTypes.Array, ValueTypes.Number];

    /// <summary>The types that a <c>type</c> keyword names, in its order; <see cref="ValueTypes.None"/> for unknown names.</summary>
    public static IEnumerable<ValueTypes> Read(JsonElement keyword) => keyword.ValueKind switch
    {
        JsonValueKind.String => [OfName(keyword.GetString()!)],
        JsonValueKind.Array => keyword.EnumerateArray()
            .Where(name => name.ValueKind == JsonValueKind.String)
            .Select(name => OfName(name.GetString()!)),
        _ => [],
    };

    /// <summary>The types that a <c>type</c> keyword allows together with the <c>nullable</c> beside it.</summary>
    /// <param name="nullable">Null where the schema does not have it or the version ignores it.</param>
    public static ValueTypes Allowed(IEnumerable<ValueTypes> named, DocumentNode? nullable) => named.Aggregate(
        nullable is { Value.ValueKind: JsonValueKind.True } ? ValueTypes.Null : ValueTypes.None, (types, type) => types | type);

    /// <summary>The type of a kind of JSON values; numbers are not divided into integers and fractions.</summary>
    public static ValueTypes OfKind(JsonValueKind kind) => kind switch
    {
        JsonValueKind.String => ValueTypes.String,
        JsonValueKind.Number => ValueTypes.Number,
        JsonValueKind.True or JsonValueKind.False => ValueTypes.Boolean,
        JsonValueKind.Array => ValueTypes.Array,
        JsonValueKind.Object => ValueTypes.Object,
        _ => ValueTypes.Null,
    };

    /// <summary>The type of a value; a number without a fraction, such as 2.0, is an integer.</summary>
    public static ValueTypes OfValue(JsonElement value) =>
        value.ValueKind != JsonValueKind.Number ? OfKind(value.ValueKind)
        : new NumberText(JsonMarshal.GetRawUtf8Value(value)).IsInteger ? ValueTypes.Integer
        : ValueTypes.Fraction;

    /// <summary>The names of types; integers are named only where other numbers are not allowed.</summary>
    public static IEnumerable<string> Of(ValueTypes types)
    {
        foreach (var name in Names)
        {
            var type = OfName(name);
            if ((types & type) == type && (name != "integer" || (types & ValueTypes.Fraction) == 0))
            {
                yield return name;
            }
        }
    }

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
