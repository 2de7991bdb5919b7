using System.Text.Json;
using System.Text.Json.Nodes;

namespace SocialApi.Verification.Running;

/// <summary>
/// Compares an answer with an example: what the example means, not what it says. Truth values are equal, arrays are as long (of sentences: both
/// empty or both not), members are there. Other values are the server's own, but a sentence of the example that names something of the request
/// or the state must do so in the answer too.
/// </summary>
internal static class ExampleLikeness
{
    /// <param name="names">Values of the request or the state that sentences may name.</param>
    /// <param name="ignoring">Places of the example that are not compared.</param>
    /// <returns>The first difference in words; null where there is none.</returns>
    public static string? Difference(JsonNode? example, JsonNode? answer, IReadOnlyCollection<string> names, IReadOnlyCollection<string> ignoring, string pointer = "")
    {
        if (ignoring.Contains(pointer))
        {
            return null;
        }

        var place = pointer.Length == 0 ? "the body" : pointer;
        switch (example)
        {
            case JsonObject members:
                if (answer is not JsonObject others)
                {
                    return $"{place} is {Spoken(answer)}, in the example an object";
                }

                foreach (var (name, value) in members)
                {
                    if (!others.TryGetPropertyValue(name, out var other))
                    {
                        return $"{place} has no {name}, which the example has";
                    }

                    if (Difference(value, other, names, ignoring, $"{pointer}/{Contract.Sources.JsonPointer.Escape(name)}") is { } difference)
                    {
                        return difference;
                    }
                }

                return null;
            case JsonArray elements:
                return Arrays(elements, answer, names, ignoring, pointer);
            case JsonValue when example.GetValueKind() is JsonValueKind.True or JsonValueKind.False:
                return answer?.GetValueKind() == example.GetValueKind() ? null : $"{place} is {Spoken(answer)}, in the example {example.ToJsonString()}";
            case JsonValue when example.GetValueKind() == JsonValueKind.String:
                var said = Json.Text(answer) ?? "";
                var missing = names.FirstOrDefault(name => example.ToString().Contains(name, StringComparison.Ordinal) && example.ToString() != name && !said.Contains(name, StringComparison.Ordinal));
                return missing is null ? null : $"{place} does not name {missing}";
            default:
                return null;
        }
    }

    private static string? Arrays(JsonArray elements, JsonNode? answer, IReadOnlyCollection<string> names, IReadOnlyCollection<string> ignoring, string pointer)
    {
        if (answer is not JsonArray others)
        {
            return $"{pointer} is {Spoken(answer)}, in the example an array";
        }

        var isOfSentences = elements.Concat(others).All(element => element is JsonValue);
        if (isOfSentences ? (elements.Count == 0) != (others.Count == 0) : elements.Count != others.Count)
        {
            return $"{pointer} has {others.Count} elements, in the example {elements.Count}";
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

    private static string Spoken(JsonNode? value) => value is null ? "null" : value.ToJsonString() is { Length: <= 40 } text ? text : value.GetValueKind().ToString().ToLowerInvariant();
}
