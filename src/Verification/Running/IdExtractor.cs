using System.Text.Json.Nodes;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Resources;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Messages;
using SocialContract.Verification.Planning.Requests;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Running;

/// <summary>Reads the ids of created resources from a response, and says where it is doubtful that the request created them.</summary>
internal static class IdExtractor
{
    private const string NotShown = "the response shows neither 201 nor a value that the request sent, so the resource may be older";

    /// <summary>The ids that the path of the created resource takes, also if the response is invalid elsewhere.</summary>
    /// <param name="url">The base URL.</param>
    public static IReadOnlyList<CreatedId> Of(IdCapture capture, ContractCase creation, SendResult result, Uri url)
    {
        if (!result.IsSuccess)
        {
            return [];
        }

        var located = result.Header("Location") is { } location ? OfLocation(location, capture.Item, url) : null;
        var body = Json.TryParse(result.Body, out var node) ? node : null;
        var found = OfBody(capture, creation, result, body);
        if (located is not null && IdFit.CanBe(located, capture.Id))
        {
            var isList = capture.Pattern?.Contains('*', StringComparison.Ordinal) == true;
            found = found.Count == 0
                ? [new(located, result.Code == 201 || Shows(body, InventedData.ValuesIn(creation)) ? null : NotShown)]
                : isList || found.All(id => id.Id == located) ? found
                : [.. found.Select(id => id.Id).Append(located).Select(id => new CreatedId(
                    id, $"the Location header leads to {located}, and the body has the id {found[0].Id}"))];
        }

        return found;
    }

    /// <summary>The last segment of a Location's path; null if the path has no segment.</summary>
    public static string? OfLocation(string location) =>
        TargetParts.OfReference(location).Path.TrimEnd('/').Split('/')[^1] is { Length: > 0 } segment
            ? Uri.UnescapeDataString(segment)
            : null;

    /// <summary>The id of a Location on the server's own host with the path of a created resource; null for another one.</summary>
    private static string? OfLocation(string location, string item, Uri url)
    {
        if (Uri.TryCreate(location, UriKind.Absolute, out var absolute) && absolute.Scheme != Uri.UriSchemeFile
            && absolute.Host != url.Host)
        {
            return null;
        }

        var segments = TargetParts.OfReference(location).Path.Trim('/').Split('/');
        var wanted = item.Trim('/').Split('/');
        var isItem = segments.Length >= wanted.Length && segments[^wanted.Length..].Zip(wanted)
            .All(pair => pair.Second == "{}" || pair.Second == Uri.UnescapeDataString(pair.First));
        return isItem || (segments.Length == 1 && !location.StartsWith('/')) ? OfLocation(location) : null;
    }

    private static List<CreatedId> OfBody(IdCapture capture, ContractCase creation, SendResult result, JsonNode? body)
    {
        if (capture.Pattern is not { } pattern || body is null)
        {
            return [];
        }

        var sent = InventedData.ValuesIn(creation);
        var isList = pattern.Contains('*', StringComparison.Ordinal);
        var places = MessageValues.Find(body, pattern);

        // A response to a creation may list resources that existed before: without a value of the request, none of them counts.
        var isCertain = result.Code == 201 && (!isList || places.Count <= MostElements(creation));
        var ids = new List<CreatedId>();
        foreach (var place in places)
        {
            if (MessageValues.TryGet(body, place, out var value) && Json.Text(value) is { Length: > 0 } id && IdFit.CanBe(id, capture.Id))
            {
                MessageValues.TryGet(body, MessageValues.ParentOf(place), out var owner);
                ids.Add(new(id, isCertain || Shows(owner, sent) ? null : NotShown));
            }
        }

        return ids;
    }

    /// <summary>The length of the longest list in the request; at least 1.</summary>
    private static int MostElements(ContractCase creation) =>
        Json.TryParse(creation.Body, out var sent) ? Longest(sent) : 1;

    private static int Longest(JsonNode? node) => node switch
    {
        JsonArray elements => Math.Max(elements.Count, elements.Select(Longest).DefaultIfEmpty(1).Max()),
        JsonObject members => members.Select(member => Longest(member.Value)).DefaultIfEmpty(1).Max(),
        _ => 1,
    };

    private static bool Shows(JsonNode? node, IReadOnlyList<string> sent) =>
        sent.Count > 0 && node?.ToJsonString() is { } text
        && sent.Any(value => text.Contains(value, StringComparison.OrdinalIgnoreCase));
}
