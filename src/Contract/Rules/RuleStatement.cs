using System.Text.Json;
using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Rules;

/// <summary>Says in a sentence what a keyword asks for.</summary>
internal static class RuleStatement
{
    private const int LongestList = 12;

    public static string Of(RulePlace place, string? property)
    {
        var subject = place.Subject;
        var value = place.Node.Value;
        return place.Keyword switch
        {
            "required" => $"{property} is required{(subject.Length > 0 ? $" in {subject}" : "")}",
            "dependentRequired" => $"{property} is required in {subject} with what it depends on",
            "type" => $"{subject} is {Types(value, place.Owner)}",
            "enum" => $"{subject} is {(value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 1 ? "" : "one of ")}{List(value)}",
            "const" => $"{subject} is {value.GetRawText()}",
            "format" => $"{subject} has the format {Text(value)}",
            "pattern" => $"{subject} matches {Text(value)}",
            "minimum" when place.Owner.Flag("exclusiveMinimum") => $"{subject} is more than {value.GetRawText()}",
            "maximum" when place.Owner.Flag("exclusiveMaximum") => $"{subject} is less than {value.GetRawText()}",
            "minimum" => $"{subject} is at least {value.GetRawText()}",
            "maximum" => $"{subject} is at most {value.GetRawText()}",
            "exclusiveMinimum" => $"{subject} is more than {value.GetRawText()}",
            "exclusiveMaximum" => $"{subject} is less than {value.GetRawText()}",
            "multipleOf" => $"{subject} is a multiple of {value.GetRawText()}",
            "minLength" => $"{subject} is at least {Count(value, "character")} long",
            "maxLength" => $"{subject} is at most {Count(value, "character")} long",
            "minItems" => $"{subject} has at least {Count(value, "element")}",
            "maxItems" => $"{subject} has at most {Count(value, "element")}",
            "uniqueItems" => $"{subject} has no element twice",
            "minProperties" => $"{subject} has at least {Count(value, "member")}",
            "maxProperties" => $"{subject} has at most {Count(value, "member")}",
            "additionalProperties" or "unevaluatedProperties" => $"{subject} has no members but those described",
            "items" or "additionalItems" or "unevaluatedItems" => $"{subject} has no elements but those described",
            "propertyNames" => $"every member's name of {subject} is as described",
            "contains" => $"{subject} contains an element as described",
            "anyOf" => $"{subject} fits at least one of {Alternatives(value)}",
            "oneOf" => $"{subject} fits exactly one of {Alternatives(value)}",
            "not" => $"{subject} is not as described",
            "if" => $"{subject} obeys its condition",
            "dependentSchemas" => $"{subject} is as its members demand",
            "false" => $"{subject} is not allowed",
            _ => $"{subject} obeys {place.Keyword}",
        };
    }

    private static string Types(JsonElement value, DocumentNode owner)
    {
        var names = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(Name).ToList() : [Name(value)];
        if (owner.Flag("nullable"))
        {
            names.Add("null");
        }

        return names.Count == 1 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} or {names[^1]}";
    }

    private static string Name(JsonElement type) => Text(type) switch
    {
        "object" => "an object",
        "array" => "an array",
        "integer" => "an integer",
        "null" => "null",
        var name => $"a {name}",
    };

    private static string List(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return value.GetRawText();
        }

        var shown = value.EnumerateArray().Take(LongestList).Select(Text).ToList();
        return string.Join(", ", shown) + (value.GetArrayLength() > LongestList ? $" and {value.GetArrayLength() - LongestList} more" : "");
    }

    private static string Alternatives(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? $"{value.GetArrayLength()} alternatives" : "its alternatives";

    private static string Count(JsonElement value, string thing) => value.GetRawText() == "1" ? $"1 {thing}" : $"{value.GetRawText()} {thing}s";

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
