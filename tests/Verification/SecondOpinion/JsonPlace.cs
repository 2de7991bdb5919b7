using System.Globalization;
using System.Text.Json.Nodes;
using SocialContract.Contract.Documents;

namespace SocialContract.Verification.Tests.SecondOpinion;

/// <summary>Replaces one value of a document by another document's.</summary>
internal static class JsonPlace
{
    /// <summary>
    /// The broken document with the value that the sound one has at the place, or in its first element where it has no such; null where it
    /// has none at all.
    /// </summary>
    /// <param name="place">RFC 6901 pointer.</param>
    public static JsonNode? PutBack(JsonNode? broken, string place, JsonNode? sound)
    {
        if (place.Length == 0)
        {
            return sound?.DeepClone();
        }

        var tokens = place[1..].Split('/').Select(JsonPointer.Unescape).ToList();
        var (at, from) = (broken, sound);
        foreach (var token in tokens.SkipLast(1))
        {
            (at, from) = (Step(at, token), Step(from, token));
        }

        if (Step(from, tokens[^1])?.DeepClone() is not { } value)
        {
            return null;
        }

        switch (at)
        {
            case JsonObject members:
                members[tokens[^1]] = value;
                return broken;
            case JsonArray elements:
                elements[int.Parse(tokens[^1], CultureInfo.InvariantCulture)] = value;
                return broken;
            default:
                return null;
        }
    }

    private static JsonNode? Step(JsonNode? node, string token) => node switch
    {
        JsonObject members => members[token],
        JsonArray { Count: > 0 } elements =>
            elements[int.Parse(token, CultureInfo.InvariantCulture) is var index && index < elements.Count ? index : 0],
        _ => null,
    };
}
