using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;

namespace SocialContract.Contract.Export.WireMockNet;

/// <summary>JMESPath queries that are true for the JSON bodies that break a rule: WireMock.Net has no pattern for JSON Schema.</summary>
internal static class BodyQuery
{
    /// <summary>The query; null where JMESPath cannot tell.</summary>
    public static string? Broken(RuleUse use)
    {
        var tokens = MessagePointer.Parse(use.Instance).Within.Split('/').Skip(1).Select(JsonPointer.Unescape).ToList();
        var last = tokens.LastIndexOf("*");
        var (list, place) = last < 0 ? (null, tokens) : (tokens[..last], tokens[(last + 1)..]);
        if (Condition(use.Rule, place) is not { } condition)
        {
            return null;
        }

        // A projection leaves out nulls, so that a filter is asked. Lists in lists are joined before; an absent list has no elements.
        return list is null ? condition
            : list.Contains("*") ? $"length({Projection(list)}[] | [?{condition}] || `[]`) > `0`"
            : $"length({Projection(list)}[?{condition}] || `[]`) > `0`";
    }

    private static string Projection(List<string> tokens) =>
        tokens.Count == 0
            ? "@"
            : string.Join('.', tokens.Select(token => token == "*" ? "[]" : Quoted(token))).Replace(".[]", "[]", StringComparison.Ordinal);

    /// <param name="place">The names that lead to the value from the body, or from an element of a list.</param>
    private static string? Condition(Rule rule, List<string> place)
    {
        var value = place.Count == 0 ? "@" : string.Join('.', place.Select(Quoted));
        var json = rule.Node.Value;
        var broken = rule.Keyword switch
        {
            KeywordNames.Required when rule.Property is { } property =>
                $"type({value}) == 'object' && !contains(keys({value}), {Text(property)})",
            KeywordNames.Type => WrongType(value, TypeNames.Read(json).Aggregate(ValueTypes.None, (all, type) => all | type)),
            KeywordNames.Enum when json.ValueKind == JsonValueKind.Array => $"!contains({Literal(json)}, {value})",
            KeywordNames.Const => $"{value} != {Literal(json)}",
            KeywordNames.Minimum => Limit("number", $"{value} < {Literal(json)}"),
            KeywordNames.Maximum => Limit("number", $"{value} > {Literal(json)}"),
            KeywordNames.ExclusiveMinimum => Limit("number", $"{value} <= {Literal(json)}"),
            KeywordNames.ExclusiveMaximum => Limit("number", $"{value} >= {Literal(json)}"),
            KeywordNames.MinLength => Limit("string", $"length({value}) < {Literal(json)}"),
            KeywordNames.MaxLength => Limit("string", $"length({value}) > {Literal(json)}"),
            KeywordNames.MinItems => Limit("array", $"length({value}) < {Literal(json)}"),
            KeywordNames.MaxItems => Limit("array", $"length({value}) > {Literal(json)}"),
            KeywordNames.MinProperties => Limit("object", $"length({value}) < {Literal(json)}"),
            KeywordNames.MaxProperties => Limit("object", $"length({value}) > {Literal(json)}"),
            _ => null,
        };
        if (broken is null || place.Count == 0)
        {
            return broken;
        }

        var parent = place.Count == 1 ? "@" : string.Join('.', place.SkipLast(1).Select(Quoted));
        return $"type({parent}) == 'object' && contains(keys({parent}), {Text(place[^1])}) && {broken}";

        string Limit(string type, string beyond) => $"type({value}) == '{type}' && {beyond}";
    }

    private static string WrongType(string value, ValueTypes allowed)
    {
        var names = string.Join(", ", TypeNames.Of((allowed & ValueTypes.Number) == 0 ? allowed : allowed | ValueTypes.Number)
            .Select(name => $"\"{name}\""));
        var wrong = $"!contains(`[{names}]`, type({value}))";
        return (allowed & ValueTypes.Number) == ValueTypes.Integer
            ? $"({wrong} || (type({value}) == 'number' && {value} != floor({value})))"
            : wrong;
    }

    /// <summary>A JSON value as JMESPath writes it; a backtick would end it.</summary>
    private static string Literal(JsonElement json) => $"`{json.GetRawText().Replace("`", "\\u0060", StringComparison.Ordinal)}`";

    private static string Text(string name) => $"`{JsonSerializer.Serialize(name).Replace("`", "\\u0060", StringComparison.Ordinal)}`";

    private static string Quoted(string name) => JsonSerializer.Serialize(name);
}
