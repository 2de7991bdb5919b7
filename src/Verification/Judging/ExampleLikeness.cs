using System.Text.Json;
using System.Text.Json.Nodes;
using SocialContract.Verification.Messages;

namespace SocialContract.Verification.Judging;

/// <summary>
/// Compares a response with an example by meaning. The response must have the example's members, the same booleans, and arrays of the same
/// length (arrays of sentences: both empty or both not). Other values may differ; but where a sentence of the example names a value of the
/// request or the state, the response must name it, too.
/// </summary>
internal static class ExampleLikeness
{
    /// <param name="names">Values of the request or the state that sentences may name.</param>
    /// <param name="ignoring">Pointers into the example that are not compared.</param>
    /// <returns>The first difference in words; null where there is none.</returns>
    public static string? Difference(
        JsonNode? example, JsonNode? response, IReadOnlyCollection<string> names, IReadOnlyCollection<string> ignoring, string pointer = "")
    {
        if (ignoring.Contains(pointer))
        {
            return null;
        }

        var place = pointer.Length == 0 ? "the body" : pointer;
        switch (example)
        {
            case JsonObject members:
                if (response is not JsonObject others)
                {
                    return $"{place} is {Spoken(response)}, but the example has an object";
                }

                foreach (var (name, value) in members)
                {
                    if (!others.TryGetPropertyValue(name, out var other))
                    {
                        return $"{place} has no {name}, which the example has";
                    }

                    var member = $"{pointer}/{Contract.Documents.JsonPointer.Escape(name)}";
                    if (Difference(value, other, names, ignoring, member) is { } difference)
                    {
                        return difference;
                    }
                }

                return null;
            case JsonArray elements:
                return Arrays(elements, response, names, ignoring, pointer);
            case JsonValue when example.GetValueKind() is JsonValueKind.True or JsonValueKind.False:
                return response?.GetValueKind() == example.GetValueKind()
                    ? null : $"{place} is {Spoken(response)}, but the example has {example.ToJsonString()}";
            case JsonValue when example.GetValueKind() == JsonValueKind.String:
                var said = Json.Text(response) ?? "";
                var shown = example.ToString();
                var missing = names.FirstOrDefault(
                    name => shown != name && Speaks(shown, name) && !said.Contains(name, StringComparison.Ordinal));
                return missing is null ? null : $"{place} does not contain {missing}, as the example does";
            default:
                return null;
        }
    }

    /// <summary>Whether a sentence contains the name as a word: <c>IG_ACCOUNT_2</c> is not <c>IG_ACCOUNT</c>.</summary>
    private static bool Speaks(string sentence, string name)
    {
        for (var at = sentence.IndexOf(name, StringComparison.Ordinal);
            at >= 0;
            at = sentence.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            if (!(at > 0 && IsOfWord(sentence[at - 1])) && !(at + name.Length < sentence.Length && IsOfWord(sentence[at + name.Length])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfWord(char letter) => char.IsLetterOrDigit(letter) || letter == '_';

    private static string? Arrays(
        JsonArray elements, JsonNode? response, IReadOnlyCollection<string> names, IReadOnlyCollection<string> ignoring, string pointer)
    {
        if (response is not JsonArray others)
        {
            return $"{pointer} is {Spoken(response)}, but the example has an array";
        }

        var isOfSentences = elements.Concat(others).All(element => element is JsonValue);
        if (isOfSentences ? (elements.Count == 0) != (others.Count == 0) : elements.Count != others.Count)
        {
            return $"{pointer} has {Amount.Of(others.Count, "element")}, but the example has {elements.Count}";
        }

        for (var index = 0; index < Math.Min(elements.Count, others.Count); index++)
        {
            if (Difference(elements[index], others[index], names, ignoring, $"{pointer}/{index}") is { } difference)
            {
                return difference;
            }
        }

        return null;
    }

    private static string Spoken(JsonNode? value) =>
        value is null ? "null"
        : value.ToJsonString() is { Length: <= 40 } text ? text
        : value.GetValueKind().ToString().ToLowerInvariant();
}
