using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Generation.Requests;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Rules;

namespace SocialContract.Verification.Planning.Refusals;

/// <summary>The words in the titles of mutations.</summary>
internal static class MutationText
{
    /// <param name="parts">The message: in it a token of digits is an index only where its parent is an array.</param>
    public static string Subject(Rule rule, string pointer, JsonObject parts)
    {
        var name = rule.DocumentedName is { } documented && documented.Length > 0 ? documented : MessageValues.NameOf(pointer);
        var tokens = MessageValues.Tokens(pointer);
        var index = LastIndex(tokens, parts);
        var subject = name is "body" or "" ? "the body" : name;
        if (index <= 0 || tokens[0] != "body"
            || !int.TryParse(tokens[index], NumberStyles.None, CultureInfo.InvariantCulture, out var element))
        {
            return subject;
        }

        var number = element + 1L;
        return index == tokens.Length - 1 ? $"element {number} of {subject}" : $"{subject} of element {number}";
    }

    public static string Describe(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "null",
        JsonValueKind.Number => $"the number {value.ToJsonString()}",
        JsonValueKind.True or JsonValueKind.False => value.ToJsonString(),
        JsonValueKind.String => value.ToString() is { Length: > 40 } text ? $"a string of {text.Length} characters" : $"\"{value}\"",
        JsonValueKind.Array => value.AsArray() is { Count: > 3 } elements
            ? $"an array of {elements.Count} elements" : $"the array {Short(value)}",
        _ => $"the object {Short(value)}",
    };

    /// <summary>The position of the last token that is an element's index; -1 where there is none.</summary>
    private static int LastIndex(string[] tokens, JsonObject parts)
    {
        var last = -1;
        JsonNode? around = parts;
        for (var at = 0; at < tokens.Length; at++)
        {
            switch (around)
            {
                case JsonArray elements:
                    last = at;
                    around = int.TryParse(tokens[at], NumberStyles.None, CultureInfo.InvariantCulture, out var element)
                        && element < elements.Count ? elements[element] : null;
                    break;
                case JsonObject members:
                    around = members.TryGetPropertyValue(tokens[at], out var member) ? member : null;
                    break;
                default:
                    return last;
            }
        }

        return last;
    }

    private static string Short(JsonNode value) => Shortened.To(Encoding.UTF8.GetString(BodyWriter.Json(value)), 60);
}
