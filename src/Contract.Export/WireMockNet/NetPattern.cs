using System.Text.Json.Nodes;
using SocialContract.Contract.Export.WireMock;

namespace SocialContract.Contract.Export.WireMockNet;

/// <summary>The parts of WireMock's patterns that regular expressions of WireMock.Net can express.</summary>
/// <param name="Needed">Expressions that the whole value must match.</param>
/// <param name="Excluded">Expressions that it must not match.</param>
/// <param name="MayBeAbsent">Whether a request without the value matches.</param>
/// <param name="MustBeAbsent">Whether only a request without the value matches.</param>
internal sealed record NetPattern(
    IReadOnlyList<string> Needed, IReadOnlyList<string> Excluded, bool MayBeAbsent, bool MustBeAbsent = false)
{
    /// <summary>Null where an expression cannot tell.</summary>
    public static NetPattern? Of(JsonObject pattern)
    {
        var (name, value) = pattern.First();
        return name switch
        {
            "absent" => new([], [], MayBeAbsent: true, MustBeAbsent: true),
            "matches" => new([Text(value)], [], MayBeAbsent: false),
            "doesNotMatch" => new([], [Text(value)], MayBeAbsent: true),
            "and" => All(value!.AsArray()),
            "or" when value!.AsArray() is [JsonObject absent, JsonObject other] && absent.ContainsKey("absent") =>
                Of(other) is { } rest ? rest with { MayBeAbsent = true } : null,
            "not" when value!.AsObject() is var inner && inner.ContainsKey("matchesJsonSchema") => NotOfType(inner),
            _ => null,
        };
    }

    /// <summary>
    /// The value as one expression. WireMock.Net takes <c>^</c> and <c>$</c> for the ends of a line, so that it has those of the text.
    /// </summary>
    public string Expression =>
        @"\A" + string.Concat(Needed.Select(text => $@"(?=(?:{text})\z)")) + string.Concat(Excluded.Select(text => $@"(?!(?:{text})\z)"))
        + StubPattern.AnyText + @"\z";

    private static NetPattern? All(JsonArray patterns)
    {
        var parts = patterns.Select(pattern => Of(pattern!.AsObject())).ToList();
        return parts.Contains(null) ? null : new(
            [.. parts.SelectMany(part => part!.Needed)],
            [.. parts.SelectMany(part => part!.Excluded)],
            parts.TrueForAll(part => part!.MayBeAbsent));
    }

    /// <summary>A text that is not of a type: the only schema whose texts a regular expression tells.</summary>
    private static NetPattern? NotOfType(JsonObject pattern)
    {
        var schema = pattern["matchesJsonSchema"]!.AsObject();
        if (schema.Count != 1 || !schema.TryGetPropertyValue(Keywords.KeywordNames.Type, out var type))
        {
            return null;
        }

        var names = type is JsonArray list ? list.Select(Text) : [Text(type)];
        var expressions = names.Select(name => name switch
        {
            "integer" => @"-?(?:0|[1-9][0-9]*)(?:\.0+)?",
            "number" => @"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?",
            "boolean" => "true|false",
            "null" => "null",
            _ => StubPattern.AnyText,
        });
        return new([], [string.Join('|', expressions)], MayBeAbsent: true);
    }

    private static string Text(JsonNode? value) => value!.GetValue<string>();
}
