using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Schemas;
using SocialContract.JsonSchema.Patterns;
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

    /// <summary>Values that could break the rule in JSON.</summary>
    public static IEnumerable<JsonNode?> Values(Rule rule, JsonNode? present, SchemaView view) =>
        rule.Keyword is { } name && KeywordCatalog.TryFind(name, out var keyword) && rule.Node.Place.Parent.Node is { } schema
            ? Values(keyword, rule.Node, schema, present, view)
            : Anything;

    /// <summary>Values that could break a keyword in JSON.</summary>
    /// <param name="value">The keyword's value.</param>
    /// <param name="schema">The schema that has the keyword.</param>
    /// <param name="present">A valid value.</param>
    public static IEnumerable<JsonNode?> Values(
        SchemaKeyword keyword, DocumentNode value, DocumentNode schema, JsonNode? present, SchemaView view) => keyword.Break switch
    {
        KeywordBreak.OtherType => OtherTypes.Values(schema, view),
        KeywordBreak.Unlisted => OutsideEnum(view.ListedValues(schema)),
        KeywordBreak.BeyondLimit => BeyondLimit(keyword.Limit!, value, schema, present, view),
        KeywordBreak.Mismatch => NotMatching(value.Value.ToString(), present),
        KeywordBreak.WrongFormat => WrongFormat(value.Value.ToString()),
        KeywordBreak.BetweenMultiples => NotMultiples(value.Value, present),
        KeywordBreak.Repetition => present is JsonArray { Count: > 0 } elements
            ? [WithDuplicate(elements)]
            : [new JsonArray(1, 1), new JsonArray("contract-kit", "contract-kit")],
        KeywordBreak.ExtraElement => present is JsonArray few ? [WithExtraElement(few)] : [],
        _ => Anything,
    };

    /// <summary>
    /// Values for paths, queries, headers and cookies, which contain text: words instead of numbers or lists are clear violations, 1.0 or
    /// +1 are not.
    /// </summary>
    public static IEnumerable<JsonNode?> Texts(Rule rule, JsonNode? present, SchemaView view)
    {
        var way = rule.Keyword is { } name ? KeywordCatalog.Find(name)?.Break : null;
        return way == KeywordBreak.OtherType && rule.Node.Place.Parent.Node is { } schema
            ? OtherTypes.Texts(schema, view)
            : Values(rule, present, view).Where(value => IsScalar(value) || (value is JsonArray && way != KeywordBreak.Unlisted));
    }

    private static IEnumerable<JsonNode?> Anything =>
        ["contract-kit", 123, true, UnknownObject, new JsonArray("contract-kit"), null, new JsonObject(), new JsonArray(), -1, 1.5, ""];

    internal static JsonObject UnknownObject => new() { [Mutations.Unknown] = "contract-kit" };

    private static IEnumerable<JsonNode?> OutsideEnum(IReadOnlyList<JsonElement> values)
    {
        var texts = values.Where(value => value.ValueKind == JsonValueKind.String).Select(value => value.GetString()!);
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

    private static IEnumerable<JsonNode?> BeyondLimit(
        KeywordLimit limit, DocumentNode value, DocumentNode schema, JsonNode? present, SchemaView view)
    {
        var by = limit.IsLeast ? -1 : 1;
        return limit.Of switch
        {
            Quantity.Value => PastLimit(limit, value.Value, by, schema, view),
            Quantity.Length => Lengths(value.Value, by),
            Quantity.Elements => Resized(present, value.Value, by),
            _ => Anything,
        };
    }

    private static IEnumerable<JsonNode?> Lengths(JsonElement limit, int by) =>
        KeywordLimit.TryCount(limit, out var length) && length + by is >= 0 and <= MaxTextLength
            ? [ExactValue.Text(length + by)]
            : [];

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

    private static IEnumerable<JsonNode?> WrongFormat(string format) =>
        (FormatCatalog.Find(format)?.WrongValues ?? []).Select(json => JsonNode.Parse(json));

    private static IEnumerable<JsonNode?> PastLimit(
        KeywordLimit limit, JsonElement value, int direction, DocumentNode schema, SchemaView view)
    {
        if (value.ValueKind != JsonValueKind.Number)
        {
            return [];
        }

        var steps = new List<decimal> { 1m, 0.5m, 0.001m };

        // A step of multipleOf breaks only the limit.
        if (view.Keyword(schema, KeywordNames.MultipleOf) is { } multiple
            && decimal.TryParse(multiple.Value.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var step))
        {
            steps.Insert(0, step);
        }

        var text = value.GetRawText();
        var isExclusive = limit.IsExclusive
            || (limit.ExclusiveBy is { } sibling && view.Keyword(schema, sibling) is { Value.ValueKind: JsonValueKind.True });
        var moved = steps.Select(by => ExactValue.Moved(text, direction * by)).Where(number => number is not null);
        return isExclusive ? moved.Prepend(ExactValue.Of(text)) : moved;
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
        if (present is not JsonArray { Count: > 0 } elements || !KeywordLimit.TryCount(limit, out var count)
            || count + by is < 0 or > MaxElements)
        {
            return [];
        }

        return [ArraySize.Of(elements, count + by)];
    }

    private static JsonArray WithDuplicate(JsonArray elements) =>
        [.. elements.Select(element => element?.DeepClone()), elements[0]?.DeepClone()];

    private static JsonArray WithExtraElement(JsonArray elements) =>
        [.. elements.Select(element => element?.DeepClone()), JsonValue.Create("contract-kit")];

    private static bool IsScalar(JsonNode? value) => value is JsonValue;
}
