using System.Text.Json;

namespace SocialContract.MockServer.Stubs.Json;

/// <summary>The relations of filters, with the conversions of Jayway JsonPath.</summary>
internal static class FilterRelations
{
    /// <summary>The operators, longer ones before those that they begin with.</summary>
    public static IReadOnlyList<string> Symbols { get; } = ["===", "!==", "==", "!=", "<=", ">=", "=~", "<", ">"];

    public static IReadOnlyList<string> Words { get; } =
        ["in", "nin", "contains", "all", "size", "empty", "subsetof", "anyof", "noneof"];

    /// <param name="left">Null if there is no value.</param>
    /// <param name="right">Null if there is no value.</param>
    public static bool IsTrue(string relation, JsonElement? left, JsonElement? right)
    {
        if (relation is "!=" or "!==")
        {
            return !(left is { } first && right is { } second && Same($"={relation[1..]}", first, second));
        }

        if (left is not { } value || right is not { } expected)
        {
            return relation == "nin" && right is not null;
        }

        return relation switch
        {
            "==" or "===" => Same(relation, value, expected),
            "<" => Order(value, expected) < 0,
            "<=" => Order(value, expected) <= 0,
            ">" => Order(value, expected) > 0,
            ">=" => Order(value, expected) >= 0,
            "in" => Holds(expected, value),
            "nin" => !Holds(expected, value),
            "contains" => Contains(value, expected),
            "all" => Elements(expected).All(element => Holds(value, element)),
            "size" => Size(value) is { } size && expected.ValueKind == JsonValueKind.Number && expected.GetDouble() == size,
            "empty" => Size(value) is { } length && expected.ValueKind == (length == 0 ? JsonValueKind.True : JsonValueKind.False),
            "subsetof" => IsArray(value) && Elements(value).All(element => Holds(expected, element)),
            "anyof" => Elements(value).Any(element => Holds(expected, element)),
            "noneof" => IsArray(value) && !Elements(value).Any(element => Holds(expected, element)),
            _ => false,
        };
    }

    /// <summary>The text that a regular expression is matched with; null for objects, arrays and null.</summary>
    public static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };

    private static bool Same(string relation, JsonElement left, JsonElement right) => (left.ValueKind, right.ValueKind) switch
    {
        (JsonValueKind.Number, JsonValueKind.Number) => NumberComparison.AreEqual(left.GetRawText(), right.GetRawText()),
        (JsonValueKind.Number, JsonValueKind.String) when relation == "==" =>
            NumberComparison.Compare(left.GetRawText(), right.GetString()!) == 0,
        (JsonValueKind.String, JsonValueKind.Number) when relation == "==" => left.GetString() == right.GetRawText(),
        _ => JsonElement.DeepEquals(left, right),
    };

    private static int? Order(JsonElement left, JsonElement right) => (left.ValueKind, right.ValueKind) switch
    {
        (JsonValueKind.Number, JsonValueKind.Number) => NumberComparison.Compare(left.GetRawText(), right.GetRawText()),
        (JsonValueKind.String, JsonValueKind.String) => string.CompareOrdinal(left.GetString(), right.GetString()),
        _ => null,
    };

    private static bool Contains(JsonElement value, JsonElement expected) => value.ValueKind == JsonValueKind.String
        ? Text(expected) is { } part && value.GetString()!.Contains(part, StringComparison.Ordinal)
        : Holds(value, expected);

    private static bool Holds(JsonElement array, JsonElement value) => Elements(array).Any(element => Same("==", element, value));

    private static bool IsArray(JsonElement value) => value.ValueKind == JsonValueKind.Array;

    private static IEnumerable<JsonElement> Elements(JsonElement value) => IsArray(value) ? value.EnumerateArray() : [];

    private static int? Size(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.GetArrayLength(),
        JsonValueKind.Object => value.GetPropertyCount(),
        JsonValueKind.String => value.GetString()!.Length,
        _ => null,
    };
}
