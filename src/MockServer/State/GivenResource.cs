using System.Text.Json.Nodes;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Resources;

namespace SocialContract.MockServer.State;

/// <summary>Finds the resource, or the resources, that a request's body gives.</summary>
internal static class GivenResource
{
    /// <summary>
    /// The whole body; what is in the body's wrapper where the response has the same (<c>{"account": {…}}</c>), or where the body has one
    /// member, an object, that the response's resource does not have. Empty where the body is not an object.
    /// </summary>
    /// <param name="place">Where a response has the resource; null where it shows none.</param>
    public static JsonObject In(JsonNode? body, RepresentationPlace? place)
    {
        if (body is not JsonObject root)
        {
            return [];
        }

        var wrapper = place is null || place.Pattern.Length == 0 ? null : MessageValues.NameOf(place.Pattern);
        if (wrapper is not null && root[wrapper] is JsonObject wrapped)
        {
            return wrapped;
        }

        return root.Count == 1 && root.First() is { Key: var name, Value: JsonObject inner }
            && place is not null && place.Places.At($"{place.Pattern}/{name}").Count == 0
            ? inner
            : root;
    }

    /// <summary>
    /// The resources of a list at the same place as in the response, or of a body that is a list; null where there is none.
    /// </summary>
    public static IReadOnlyList<JsonObject>? ListIn(JsonNode? body, RepresentationPlace place)
    {
        var list = body as JsonArray
            ?? (body is JsonObject root && MessageValues.TryGet(root, place.ListPattern, out var found) ? found as JsonArray : null);
        return list is not null && list.All(element => element is JsonObject) ? [.. list.Select(element => element!.AsObject())] : null;
    }
}
