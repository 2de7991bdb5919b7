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
    public static string Subject(Rule rule, string pointer)
    {
        var name = rule.DocumentedName is { } documented && documented.Length > 0 ? documented : MessageValues.NameOf(pointer);
        var tokens = MessageValues.Tokens(pointer);
        var index = Array.FindLastIndex(tokens, token => token.Length > 0 && token.All(char.IsAsciiDigit));
        var subject = name is "body" or "" ? "the body" : name;
        if (index <= 0 || tokens[0] != "body")
        {
            return subject;
        }

        var number = int.Parse(tokens[index], CultureInfo.InvariantCulture) + 1;
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

    private static string Short(JsonNode value) => Shortened.To(Encoding.UTF8.GetString(BodyWriter.Json(value)), 60);
}
