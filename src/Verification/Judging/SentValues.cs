using System.Text.Json.Nodes;
using SocialContract.Contract.Documents;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Messages;
using SocialContract.Verification.Planning.Requests;

namespace SocialContract.Verification.Judging;

/// <summary>Compares the values of a request with a resource that is read afterwards.</summary>
internal static class SentValues
{
    /// <summary>Whether the resource has a new value that the request sent.</summary>
    /// <returns>
    /// The name of the first such member, or the value if it is in another place; and whether the resource shows the request's values at
    /// all.
    /// </returns>
    public static (string? Done, bool IsShown) New(ContractCase testCase, JsonNode before, JsonNode? now)
    {
        var sent = Json.TryParse(testCase.Body, out var body) ? body : null;
        var known = In(sent, before).Where(value => value.IsFound).Select(value => value.Pointer).ToHashSet(StringComparer.Ordinal);
        var news = In(sent, now).Where(value => !known.Contains(value.Pointer)).ToList();
        var text = now?.ToJsonString() ?? "";
        var elsewhere = InventedData.ValuesIn(testCase).FirstOrDefault(value => text.Contains(value, StringComparison.Ordinal));
        return (
            news.Find(value => value.IsFound)?.Name ?? elsewhere,
            news.Exists(value => value.Found is not null) || text.Contains(InventedData.Prefix, StringComparison.Ordinal));
    }

    /// <summary>
    /// The sent values except objects and nulls, each with the value at the same place. Either side may be in an envelope: <c>{"data":
    /// {…}}</c> where <c>{…}</c> was sent, and the other way round.
    /// </summary>
    public static IEnumerable<SentValue> In(JsonNode? sent, JsonNode? read)
    {
        var (written, found) = (
            from wanted in Unwrapped(sent)
            from other in Unwrapped(read)
            orderby wanted.Count(member => other.ContainsKey(member.Key)) descending
            select (wanted, other)).FirstOrDefault();
        return written is null ? [] : In(written, found, "");
    }

    private static IEnumerable<JsonObject> Unwrapped(JsonNode? node) =>
        node is JsonObject members ? members.Select(member => member.Value).OfType<JsonObject>().Prepend(members) : [];

    private static IEnumerable<SentValue> In(JsonObject sent, JsonObject? read, string pointer)
    {
        foreach (var (name, value) in sent)
        {
            var found = read is not null && read.TryGetPropertyValue(name, out var present) ? present : null;
            var at = $"{pointer}/{JsonPointer.Escape(name)}";
            if (value is JsonObject inner)
            {
                foreach (var child in In(inner, found as JsonObject, at))
                {
                    yield return child;
                }
            }
            else if (value is not null)
            {
                yield return new SentValue(at, name, value, found);
            }
        }
    }
}

/// <summary>A value of a request's body, and what a response has at the same place.</summary>
/// <param name="Name">The member's name.</param>
/// <param name="Found">Null where the response has nothing there.</param>
internal sealed record SentValue(string Pointer, string Name, JsonNode? Sent, JsonNode? Found)
{
    public bool IsFound => Found is not null && JsonNode.DeepEquals(Sent, Found);
}
