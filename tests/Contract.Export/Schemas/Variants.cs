using System.Text.Json.Nodes;

namespace SocialContract.Contract.Export.Tests.Schemas;

/// <summary>Values that differ from a value in one place: many of them break a rule of its schema.</summary>
internal static class Variants
{
    private static readonly string[] Others =
    [
        "null", "true", "0", "1", "1.5", "-1", "99999999999", "\"\"", "\"x\"", "\"a longer text than most\"", "[]", "[1,1]", "{}",
        "{\"a\":\"b\"}",
    ];

    /// <summary>The value, then the others.</summary>
    public static IEnumerable<string> Of(JsonNode? value)
    {
        yield return value?.ToJsonString() ?? "null";
        foreach (var other in Others)
        {
            yield return other;
        }

        if (value is JsonObject members)
        {
            foreach (var variant in OfMembers(members))
            {
                yield return variant;
            }
        }
        else if (value is JsonArray elements)
        {
            for (var index = 0; index < elements.Count; index++)
            {
                foreach (var changed in Of(elements[index]))
                {
                    var copy = (JsonArray)elements.DeepClone();
                    copy[index] = JsonNode.Parse(changed);
                    yield return copy.ToJsonString();
                }

                var longer = (JsonArray)elements.DeepClone();
                longer.Add(elements[index]?.DeepClone());
                yield return longer.ToJsonString();
            }
        }
    }

    private static IEnumerable<string> OfMembers(JsonObject members)
    {
        foreach (var name in members.Select(member => member.Key).ToList())
        {
            var without = (JsonObject)members.DeepClone();
            without.Remove(name);
            yield return without.ToJsonString();
            foreach (var changed in Of(members[name]))
            {
                var copy = (JsonObject)members.DeepClone();
                copy[name] = JsonNode.Parse(changed);
                yield return copy.ToJsonString();
            }
        }

        var more = (JsonObject)members.DeepClone();
        more["contract-kit"] = 1;
        yield return more.ToJsonString();
    }
}
