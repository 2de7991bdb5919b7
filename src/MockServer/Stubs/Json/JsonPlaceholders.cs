using System.Text.Json;
using System.Text.RegularExpressions;
using SocialContract.MockServer.Stubs.RegularExpressions;

namespace SocialContract.MockServer.Stubs.Json;

/// <summary>
/// The placeholders of json-unit in an expected value, such as <c>${json-unit.any-string}</c> and <c>${json-unit.regex}[A-Z]+</c>. They
/// may begin with a hash instead of the dollar sign.
/// </summary>
internal sealed partial class JsonPlaceholders
{
    private readonly Dictionary<string, StubRegex> _regexes = new(StringComparer.Ordinal);

    /// <param name="fault">What is wrong with a placeholder; empty if all can be used.</param>
    public JsonPlaceholders(JsonElement expected, out string fault) => fault = Read(expected) ?? "";

    /// <summary>Whether a member with this expected value may be missing.</summary>
    public static bool MayBeMissing(JsonElement expected) => Kind(expected, out _) == "ignore-element";

    /// <returns>Null if the expected value is not a placeholder.</returns>
    public bool? Accepts(JsonElement expected, JsonElement actual, PatternTimeouts timeouts) => Kind(expected, out var text) switch
    {
        "ignore" or "ignore-element" => true,
        "any-string" => actual.ValueKind == JsonValueKind.String,
        "any-number" => actual.ValueKind == JsonValueKind.Number,
        "any-boolean" => actual.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "regex" => actual.ValueKind == JsonValueKind.String && _regexes[text].IsMatch(actual.GetString()!, timeouts),
        _ => null,
    };

    private static string? Kind(JsonElement expected, out string text)
    {
        text = expected.ValueKind == JsonValueKind.String ? expected.GetString()! : "";
        if (text.Length == 0 || Placeholder().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var kind = match.Groups[1].Value;
        return kind == "regex" || match.Length == text.Length ? kind : null;
    }

    private string? Read(JsonElement expected) => expected.ValueKind switch
    {
        JsonValueKind.Object => expected.EnumerateObject().Select(member => Read(member.Value)).FirstOrDefault(fault => fault is not null),
        JsonValueKind.Array => expected.EnumerateArray().Select(Read).FirstOrDefault(fault => fault is not null),
        JsonValueKind.String => ReadText(expected),
        _ => null,
    };

    private string? ReadText(JsonElement expected)
    {
        var kind = Kind(expected, out var text);
        if (Matcher().IsMatch(text))
        {
            return $"the placeholder '{text}' needs a matcher, which is code in Java and is not supported";
        }

        if (kind != "regex")
        {
            return null;
        }

        var regex = StubRegex.Create(text[(text.IndexOf('}', StringComparison.Ordinal) + 1)..], out var fault);
        if (regex is not null)
        {
            _regexes[text] = regex;
        }

        return regex is null ? fault : null;
    }

    [GeneratedRegex(@"\A[$#]\{json-unit\.(ignore-element|ignore|any-string|any-number|any-boolean|regex)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\A[$#]\{json-unit\.matches:", RegexOptions.CultureInvariant)]
    private static partial Regex Matcher();
}
