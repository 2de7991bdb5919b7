using System.Text.Json;
using System.Text.Json.Nodes;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Rules;

namespace SocialContract.Verification.Planning.Refusals;

/// <summary>Values of every JSON type that a <c>type</c> does not name.</summary>
internal static class OtherTypes
{
    /// <summary>The number of requests for a type: each kind of JSON values, fractions apart, at both ends of an array.</summary>
    public const int Limit = 8;

    /// <summary>A value of each kind; beside <c>enum</c> or <c>const</c> only listed values, as others would break that rule.</summary>
    public static IEnumerable<JsonNode?> Values(Rule rule, DocumentSet documents)
    {
        var allowed = Allowed(rule, documents);
        return Listed(rule, documents) is { } listed
            ? listed.Where(value => !IsOf(allowed, value)).Select(value => JsonNode.Parse(value.GetRawText()))
            : ValueOfEachKind(allowed);
    }

    /// <summary>Words, if the type does not allow strings.</summary>
    public static IEnumerable<JsonNode?> Texts(Rule rule, DocumentSet documents) =>
        Allowed(rule, documents).Contains("string") ? [] : ["contract-kit", "not-a-value"];

    private static IEnumerable<JsonNode?> ValueOfEachKind(HashSet<string> allowed)
    {
        (string Type, JsonNode? Value)[] kinds =
        [
            ("fraction", 1.5),
            ("string", "contract-kit"),
            ("number", 123),
            ("array", new JsonArray("contract-kit")),
            ("null", null),
            ("boolean", true),
            ("object", WrongValues.UnknownObject),
        ];

        return kinds
            .Where(kind => kind.Type switch
            {
                "number" => !allowed.Contains("integer") && !allowed.Contains("number"),
                "fraction" => allowed.Contains("integer") && !allowed.Contains("number"),
                _ => !allowed.Contains(kind.Type),
            })
            .Select(kind => kind.Value);
    }

    private static HashSet<string> Allowed(Rule rule, DocumentSet documents)
    {
        var type = rule.Node.Value;
        HashSet<string> names =
            type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(name => name.ToString())] : [type.ToString()];
        if (WrongValues.Sibling(documents, rule, "nullable") is { Value.ValueKind: JsonValueKind.True })
        {
            names.Add("null");
        }

        return names;
    }

    private static List<JsonElement>? Listed(Rule rule, DocumentSet documents) =>
        WrongValues.Sibling(documents, rule, "enum") is { Value.ValueKind: JsonValueKind.Array } values ? [.. values.Value.EnumerateArray()]
        : WrongValues.Sibling(documents, rule, "const") is { } only ? [only.Value]
        : null;

    private static bool IsOf(HashSet<string> types, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => types.Contains("number") || types.Contains("integer"),
        JsonValueKind.True or JsonValueKind.False => types.Contains("boolean"),
        _ => types.Contains(value.ValueKind.ToString().ToLowerInvariant()),
    };
}
