using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SocialApi.Contract.Rules;
using SocialApi.Contract.Sources;
using SocialApi.JsonSchema.Patterns;

namespace SocialApi.Verification.Planning;

/// <summary>
/// Ways in which a message could break one rule, by its keyword. They are attempts: whether one breaks that rule and no other is for a
/// validator to say.
/// </summary>
public static class Mutations
{
    private const string Unknown = "contract_kit_unknown";
    private const int LongestText = 70_000;
    private const int MostElements = 1_100;

    /// <summary>The attempts, the most telling first, the first and a later element of arrays in turns.</summary>
    /// <param name="place">Where the rule speaks of, with <c>*</c> for elements.</param>
    /// <param name="documents">Where the rule stands.</param>
    /// <param name="parts">A message that obeys every rule and has the place.</param>
    public static IEnumerable<Mutation> Of(Rule rule, string place, JsonObject parts, DocumentSet documents)
    {
        var pointers = Ends(Parts.Find(parts, place));
        return rule.Keyword switch
        {
            "required" or "dependentRequired" => pointers.Select(pointer => Without(parts, $"{pointer}/{JsonPointer.Escape(rule.Property!)}", rule)).OfType<Mutation>(),
            "parameter" => Enumerable.Repeat(Without(parts, place, rule), 1).OfType<Mutation>(),
            "additionalProperties" or "unevaluatedProperties" or "maxProperties" => pointers.SelectMany(pointer => WithMore(rule, parts, pointer)),
            "minProperties" => pointers.SelectMany(pointer => WithFewer(parts, pointer, rule)),
            "false" => FalseSchema(rule, parts, place),
            _ => Replaced(rule, place, parts, pointers, documents),
        };
    }

    private static IEnumerable<Mutation> Replaced(Rule rule, string place, JsonObject parts, List<string> pointers, DocumentSet documents)
    {
        // An optional place that the message lacks is made.
        if (pointers.Count == 0 && !place.Contains('*', StringComparison.Ordinal))
        {
            pointers = [place];
        }

        if (pointers.Count == 0)
        {
            yield break;
        }

        var at = 0;
        Parts.TryGet(parts, pointers[0], out var sample);
        var values = place.StartsWith("/body", StringComparison.Ordinal) ? Values(rule, sample, documents) : Texts(rule, sample, documents);
        foreach (var value in values)
        {
            var pointer = pointers[at++ % pointers.Count];
            if (Parts.Set(parts, pointer, value) is { } changed)
            {
                yield return new Mutation($"{Subject(rule, pointer)} is {Spoken(value)}", pointer, changed);
            }
        }
    }

    /// <summary>Values that break the keyword in JSON, the present value given.</summary>
    private static IEnumerable<JsonNode?> Values(Rule rule, JsonNode? present, DocumentSet documents)
    {
        var keyword = rule.Node.Value;
        switch (rule.Keyword)
        {
            case "type":
                return WrongKinds(Types(rule, documents));
            case "enum" or "const":
                return OutsideEnum(keyword.ValueKind == JsonValueKind.Array && rule.Keyword == "enum" ? [.. keyword.EnumerateArray()] : [keyword]);
            case "minLength":
                return Lengths(keyword, -1);
            case "maxLength":
                return Lengths(keyword, +1);
            case "pattern":
                return NotMatching(keyword.ToString(), present);
            case "format":
                return WrongFormat(keyword.ToString());
            case "minimum" or "exclusiveMinimum":
                return Beyond(rule, -1, documents);
            case "maximum" or "exclusiveMaximum":
                return Beyond(rule, +1, documents);
            case "multipleOf":
                return NoMultiple(keyword, present);
            case "minItems":
                return Resized(present, keyword, -1);
            case "maxItems":
                return Resized(present, keyword, +1);
            case "uniqueItems":
                return present is JsonArray { Count: > 0 } elements ? [Doubled(elements)] : [new JsonArray(1, 1), new JsonArray("contract-kit", "contract-kit")];
            case "items" or "additionalItems" or "unevaluatedItems":
                return present is JsonArray few ? [Longer(few)] : [];
            default:
                return Anything;
        }
    }

    /// <summary>What a path, a query, a header or a cookie carries is text: words where a number or a list is wanted prove something, 1.0 or +1 nothing.</summary>
    private static IEnumerable<JsonNode?> Texts(Rule rule, JsonNode? present, DocumentSet documents) => rule.Keyword switch
    {
        "type" => ["contract-kit", "not-a-value"],
        "enum" or "const" => Values(rule, present, documents).Where(IsScalar),
        _ => Values(rule, present, documents).Where(value => IsScalar(value) || value is JsonArray),
    };

    private static IEnumerable<JsonNode?> Anything =>
        ["contract-kit", 123, true, new JsonObject { [Unknown] = "contract-kit" }, new JsonArray("contract-kit"), null, new JsonObject(), new JsonArray(), -1, 1.5, ""];

    private static IEnumerable<JsonNode?> WrongKinds(HashSet<string> allowed)
    {
        (string Type, JsonNode? Value)[] kinds =
        [
            ("fraction", 1.5),
            ("string", "contract-kit"),
            ("number", 123),
            ("array", new JsonArray("contract-kit")),
            ("null", null),
            ("boolean", true),
            ("object", new JsonObject { [Unknown] = "contract-kit" }),
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

        candidates.AddRange([2, new JsonArray(), 123, true, new JsonObject { [Unknown] = "contract-kit" }, null, 1_000_003]);
        if (values.Count > 0)
        {
            candidates[candidates.FindIndex(value => value is JsonArray)] = new JsonArray(JsonNode.Parse(values[0].GetRawText()));
        }

        return candidates;
    }

    private static IEnumerable<JsonNode?> Lengths(JsonElement limit, int by) =>
        limit.TryGetInt32(out var length) && length + by is >= 0 and <= LongestText ? [ExactValue.Text(length + by)] : [];

    private static IEnumerable<JsonNode?> NotMatching(string expression, JsonNode? present)
    {
        var text = present?.GetValueKind() == JsonValueKind.String ? present.ToString() : "";
        string[] candidates = ["contract-kit", text + "!", "!", " " + text, text.ToUpperInvariant(), text.ToLowerInvariant(), "contract kit", "0", "A", new string('!', Math.Max(text.Length, 1)), ""];
        return EcmaPattern.TryParse(expression, out var pattern, out _)
            ? candidates.Distinct().Where(candidate => !pattern.IsMatch(candidate)).Select(candidate => (JsonNode?)candidate)
            : [];
    }

    private static IEnumerable<JsonNode?> WrongFormat(string format) => format switch
    {
        "int32" => [JsonNode.Parse("2147483648"), JsonNode.Parse("-2147483649")],
        "int64" => [JsonNode.Parse("9223372036854775808"), JsonNode.Parse("-9223372036854775809")],
        "date" => ["contract-kit", "2024-13-01", "01/02/2024"],
        "date-time" => ["contract-kit", "2024-01-01", "2024-01-01T25:00:00Z"],
        "json-pointer" or "uri-reference" or "iri-reference" or "uri-template" or "hostname" or "idn-hostname" or "regex" => ["contract kit {", "-contract-kit-", "[", "\\"],
        "byte" => ["!not base64!", "a"],
        _ => ["contract-kit", "contract kit {"],
    };

    private static IEnumerable<JsonNode?> Beyond(Rule rule, int direction, DocumentSet documents)
    {
        var limit = rule.Node.Value.GetRawText();
        var steps = new List<decimal> { 1m, 0.5m, 0.001m };

        // The same step as a multipleOf beside it, so that only the limit is broken.
        if (Sibling(documents, rule, "multipleOf") is { } multiple && decimal.TryParse(multiple.Value.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var step))
        {
            steps.Insert(0, step);
        }

        var isExclusive = rule.Keyword.StartsWith("exclusive", StringComparison.Ordinal)
            || Sibling(documents, rule, rule.Keyword == "minimum" ? "exclusiveMinimum" : "exclusiveMaximum") is { Value.ValueKind: JsonValueKind.True };
        var moved = steps.Select(by => ExactValue.Moved(limit, direction * by)).Where(value => value is not null);
        return isExclusive ? moved.Prepend(ExactValue.Of(limit)) : moved;
    }

    private static IEnumerable<JsonNode?> NoMultiple(JsonElement multiple, JsonNode? present)
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
        if (present is not JsonArray { Count: > 0 } elements || !limit.TryGetInt32(out var count) || count + by is < 0 or > MostElements)
        {
            return [];
        }

        return [ArraySize.Of(elements, count + by)];
    }

    private static JsonArray Doubled(JsonArray elements) => [.. elements.Select(element => element?.DeepClone()), elements[0]?.DeepClone()];

    private static JsonArray Longer(JsonArray elements) => [.. elements.Select(element => element?.DeepClone()), JsonValue.Create("contract-kit")];

    private static Mutation? Without(JsonObject parts, string pointer, Rule rule) =>
        Parts.Remove(parts, pointer) is { } changed ? new Mutation($"{Subject(rule, pointer)} is left out", pointer, changed) : null;

    private static IEnumerable<Mutation> WithMore(Rule rule, JsonObject parts, string pointer)
    {
        if (!Parts.TryGet(parts, pointer, out var value) || value is not JsonObject members)
        {
            yield break;
        }

        var more = rule.Keyword == "maxProperties" && rule.Node.Value.TryGetInt32(out var most) ? Math.Max(most - members.Count + 1, 1) : 1;
        if (more <= MostElements)
        {
            var copy = members.DeepClone().AsObject();
            for (var index = 0; index < more; index++)
            {
                copy[index == 0 ? Unknown : $"{Unknown}_{index}"] = members.FirstOrDefault().Value?.DeepClone() ?? "contract-kit";
            }

            yield return new Mutation($"{Subject(rule, pointer)} has the unknown member {Unknown}", pointer, Parts.Set(parts, pointer, copy)!);
            copy = copy.DeepClone().AsObject();
            copy[Unknown] = 123;
            yield return new Mutation($"{Subject(rule, pointer)} has the unknown member {Unknown}", pointer, Parts.Set(parts, pointer, copy)!);
        }
    }

    private static IEnumerable<Mutation> WithFewer(JsonObject parts, string pointer, Rule rule)
    {
        if (Parts.TryGet(parts, pointer, out var value) && value is JsonObject members && rule.Node.Value.TryGetInt32(out var least))
        {
            // Which members may go is not known here: each rotation is tried.
            for (var from = 0; from < members.Count; from++)
            {
                var kept = new JsonObject();
                foreach (var (name, member) in members.Skip(from).Concat(members.Take(from)).Take(least - 1))
                {
                    kept[name] = member?.DeepClone();
                }

                yield return new Mutation($"{Subject(rule, pointer)} has {kept.Count} members", pointer, Parts.Set(parts, pointer, kept)!);
            }
        }
    }

    /// <summary>A place that must not be there: put there.</summary>
    private static IEnumerable<Mutation> FalseSchema(Rule rule, JsonObject parts, string place) =>
        Parts.Set(parts, place.Replace("/*", "/0", StringComparison.Ordinal), "contract-kit") is { } changed
            ? [new Mutation($"{Subject(rule, place)} is there", place, changed)]
            : [];

    private static HashSet<string> Types(Rule rule, DocumentSet documents)
    {
        var type = rule.Node.Value;
        var names = (type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(one => one.ToString()) : [type.ToString()]).ToHashSet();
        if (Sibling(documents, rule, "nullable") is { Value.ValueKind: JsonValueKind.True })
        {
            names.Add("null");
        }

        return names;
    }

    private static DocumentNode? Sibling(DocumentSet documents, Rule rule, string keyword) =>
        documents.Find(rule.Node.Location with { Pointer = Parts.ParentOf(rule.Node.Pointer) })?.Member(keyword);

    /// <summary>The first and the last of several places.</summary>
    private static List<string> Ends(IReadOnlyList<string> pointers) => pointers.Count > 1 ? [pointers[0], pointers[^1]] : [.. pointers];

    private static bool IsScalar(JsonNode? value) => value is JsonValue;

    private static string Subject(Rule rule, string pointer)
    {
        var name = rule.DocumentedName is { } documented && documented.Length > 0 ? documented : Parts.NameOf(pointer);
        var tokens = Parts.Tokens(pointer);
        var index = Array.FindLastIndex(tokens, token => token.Length > 0 && token.All(char.IsAsciiDigit));
        var subject = name is "body" or "" ? "the body" : name;
        if (index <= 0 || tokens[0] != "body")
        {
            return subject;
        }

        var number = int.Parse(tokens[index], CultureInfo.InvariantCulture) + 1;
        return index == tokens.Length - 1 ? $"element {number} of {subject}" : $"{subject} of element {number}";
    }

    private static string Spoken(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "null",
        JsonValueKind.Number => $"the number {value.ToJsonString()}",
        JsonValueKind.True or JsonValueKind.False => value.ToJsonString(),
        JsonValueKind.String => value.ToString() is { Length: > 40 } text ? $"a string of {text.Length} characters" : $"\"{value}\"",
        JsonValueKind.Array => value.AsArray() is { Count: > 3 } elements ? $"an array of {elements.Count} elements" : $"the array {Short(value)}",
        _ => $"the object {Short(value)}",
    };

    private static string Short(JsonNode value) => value.ToJsonString() is { Length: <= 60 } text ? text : value.ToJsonString()[..59] + "…";
}
