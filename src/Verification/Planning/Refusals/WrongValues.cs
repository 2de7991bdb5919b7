using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Rules;
using SocialContract.JsonSchema.Patterns;
using SocialContract.Verification.Messages;
using SocialContract.Verification.Planning.Requests;

namespace SocialContract.Verification.Planning.Refusals;

/// <summary>Values that could break a rule in place of a valid value, by its keyword, the most specific first.</summary>
internal static class WrongValues
{
    /// <summary>The number of requests for an enum: another text, the wrong case, a number, an array with a valid value, null.</summary>
    public const int EnumLimit = 5;

    private const int MaxTextLength = 70_000;
    private const int MaxElements = 1_100;

    /// <summary>
    /// Whether breaking the keyword depends only on the value at its place, so that a single message is enough to try.
    /// </summary>
    public static bool IsIndependent(Rule rule) =>
        rule.Keyword is { } name && KeywordCatalog.Find(name) is { Role: KeywordRole.Assertion } keyword
        && keyword.AppliesTo is not (ValueTypes.Object or ValueTypes.Array);

    /// <summary>Values that could break the keyword in JSON.</summary>
    public static IEnumerable<JsonNode?> Values(Rule rule, JsonNode? present, DocumentSet documents)
    {
        var keyword = rule.Node.Value;
        switch (rule.Keyword)
        {
            case "type":
                return OtherTypes.Values(rule, documents);
            case "enum" or "const":
                return OutsideEnum(
                    keyword.ValueKind == JsonValueKind.Array && rule.Keyword == "enum" ? [.. keyword.EnumerateArray()] : [keyword]);
            case "minLength":
                return Lengths(keyword, -1);
            case "maxLength":
                return Lengths(keyword, +1);
            case "pattern":
                return NotMatching(keyword.ToString(), present);
            case "format":
                return WrongFormat(keyword.ToString());
            case "minimum" or "exclusiveMinimum":
                return PastLimit(rule, -1, documents);
            case "maximum" or "exclusiveMaximum":
                return PastLimit(rule, +1, documents);
            case "multipleOf":
                return NotMultiples(keyword, present);
            case "minItems":
                return Resized(present, keyword, -1);
            case "maxItems":
                return Resized(present, keyword, +1);
            case "uniqueItems":
                return present is JsonArray { Count: > 0 } elements
                    ? [WithDuplicate(elements)]
                    : [new JsonArray(1, 1), new JsonArray("contract-kit", "contract-kit")];
            case "items" or "additionalItems" or "unevaluatedItems":
                return present is JsonArray few ? [WithExtraElement(few)] : [];
            default:
                return Anything;
        }
    }

    /// <summary>
    /// Values for paths, queries, headers and cookies, which contain text: words instead of numbers or lists are clear violations, 1.0 or
    /// +1 are not.
    /// </summary>
    public static IEnumerable<JsonNode?> Texts(Rule rule, JsonNode? present, DocumentSet documents) => rule.Keyword switch
    {
        "type" => OtherTypes.Texts(rule, documents),
        "enum" or "const" => Values(rule, present, documents).Where(IsScalar),
        _ => Values(rule, present, documents).Where(value => IsScalar(value) || value is JsonArray),
    };

    private static IEnumerable<JsonNode?> Anything =>
        ["contract-kit", 123, true, UnknownObject, new JsonArray("contract-kit"), null, new JsonObject(), new JsonArray(), -1, 1.5, ""];

    internal static JsonObject UnknownObject => new() { [Mutations.Unknown] = "contract-kit" };

    private static IEnumerable<JsonNode?> OutsideEnum(IReadOnlyList<JsonElement> values)
    {
        var texts = values.Where(value => value.ValueKind == JsonValueKind.String).Select(value => value.GetString()!).ToList();
        List<JsonNode?> candidates = ["contract-kit"];
        if (texts.FirstOrDefault(text => text.Any(char.IsAsciiLetter)) is { } first)
        {
            var at = first.IndexOf(first.First(char.IsAsciiLetter), StringComparison.Ordinal);
            var letter = char.IsAsciiLetterUpper(first[at]) ? char.ToLowerInvariant(first[at]) : char.ToUpperInvariant(first[at]);
            candidates.Add($"{first[..at]}{letter}{first[(at + 1)..]}");
        }

        if (values.Any(value => value.ValueKind == JsonValueKind.True))
        {
            candidates.Add("TRUE");
        }

        var right = new JsonArray(values.Count > 0 ? JsonNode.Parse(values[0].GetRawText()) : "contract-kit");
        return [.. candidates, 2, right, null, 123, true, UnknownObject, 1_000_003];
    }

    private static IEnumerable<JsonNode?> Lengths(JsonElement limit, int by) =>
        limit.TryGetInt32(out var length) && length + by is >= 0 and <= MaxTextLength ? [ExactValue.Text(length + by)] : [];

    private static IEnumerable<JsonNode?> NotMatching(string expression, JsonNode? present)
    {
        var text = present?.GetValueKind() == JsonValueKind.String ? present.ToString() : "";
        string[] candidates =
        [
            "contract-kit", $"{text}!", "!", $" {text}", text.ToUpperInvariant(), text.ToLowerInvariant(), "contract kit", "0", "A",
            new string('!', Math.Max(text.Length, 1)), "",
        ];
        return EcmaPattern.TryParse(expression, out var pattern, out _)
            ? candidates.Distinct().Where(candidate => !pattern.IsMatch(candidate)).Select(candidate => (JsonNode?)candidate)
            : [];
    }

    private static IEnumerable<JsonNode?> WrongFormat(string format) => format switch
    {
        "int32" => [JsonNode.Parse("2147483648"), JsonNode.Parse("-2147483649")],
        "int64" => [JsonNode.Parse("9223372036854775808"), JsonNode.Parse("-9223372036854775809")],
        "date" => ["contract-kit", "2024-13-01", "01/02/2024"],
        "date-time" => ["2024-13-01T00:00:00.000Z", "contract-kit", "2024-01-01", "2024-01-01T25:00:00Z"],
        "json-pointer" or "uri-reference" or "iri-reference" or "uri-template" or "hostname" or "idn-hostname" or "regex" =>
            ["contract kit {", "-contract-kit-", "[", "\\"],
        "byte" => ["!not base64!", "a"],
        _ => ["contract-kit", "contract kit {"],
    };

    private static IEnumerable<JsonNode?> PastLimit(Rule rule, int direction, DocumentSet documents)
    {
        var limit = rule.Node.Value.GetRawText();
        var steps = new List<decimal> { 1m, 0.5m, 0.001m };

        // A step of multipleOf breaks only the limit.
        if (Sibling(documents, rule, "multipleOf") is { } multiple
            && decimal.TryParse(multiple.Value.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var step))
        {
            steps.Insert(0, step);
        }

        var isExclusive = rule.Keyword is "exclusiveMinimum" or "exclusiveMaximum"
            || Sibling(
                documents,
                rule,
                rule.Keyword == "minimum" ? "exclusiveMinimum" : "exclusiveMaximum") is { Value.ValueKind: JsonValueKind.True };
        var moved = steps.Select(by => ExactValue.Moved(limit, direction * by)).Where(value => value is not null);
        return isExclusive ? moved.Prepend(ExactValue.Of(limit)) : moved;
    }

    private static IEnumerable<JsonNode?> NotMultiples(JsonElement multiple, JsonNode? present)
    {
        if (!decimal.TryParse(multiple.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var step))
        {
            return [];
        }

        var from = present?.GetValueKind() == JsonValueKind.Number ? present.ToJsonString() : multiple.GetRawText();
        return new[] { 1m, -1m, step / 2, -step / 2, step / 3 }.Select(by => ExactValue.Moved(from, by)).Where(value => value is not null);
    }

    private static IEnumerable<JsonNode?> Resized(JsonNode? present, JsonElement limit, int by)
    {
        if (present is not JsonArray { Count: > 0 } elements || !limit.TryGetInt32(out var count) || count + by is < 0 or > MaxElements)
        {
            return [];
        }

        return [ArraySize.Of(elements, count + by)];
    }

    private static JsonArray WithDuplicate(JsonArray elements) =>
        [.. elements.Select(element => element?.DeepClone()), elements[0]?.DeepClone()];

    private static JsonArray WithExtraElement(JsonArray elements) =>
        [.. elements.Select(element => element?.DeepClone()), JsonValue.Create("contract-kit")];

    /// <summary>Another keyword in the schema of the rule.</summary>
    internal static DocumentNode? Sibling(DocumentSet documents, Rule rule, string keyword) =>
        documents.Find(rule.Node.Location with { Pointer = MessageValues.ParentOf(rule.Node.Pointer) })?.Member(keyword);

    private static bool IsScalar(JsonNode? value) => value is JsonValue;
}
