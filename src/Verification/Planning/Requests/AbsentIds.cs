using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Places;

namespace SocialContract.Verification.Planning.Requests;

/// <summary>
/// Puts ids that no resource has into the paths of requests that change, replace or delete: the document's own examples may be the ids of
/// resources that exist. Where the run creates the resource, its id takes their place when the request is sent.
/// </summary>
internal static class AbsentIds
{
    private const int FewValues = 100;

    /// <summary>Why there are no requests.</summary>
    public const string NoAbsentId =
        "no request creates the resource that it changes, and every id that its path takes could be that of a resource which exists";

    /// <summary>The parameter whose value must not be that of an existing resource; null where there is none.</summary>
    public static Parameter? Of(Operation operation, SchemaPlaces places) =>
        (operation.Method is "PUT" or "PATCH" or "DELETE" || (operation.Method == "POST" && operation.Path.EndsWith('}')))
            && PathTemplate.Names(operation.Path) is [.., var last]
            && operation.Parameters.FirstOrDefault(parameter => parameter.In == ParameterLocation.Path && parameter.Name == last) is { } id
            && !IsOfFew(places, MessageSites.PlaceOf(id))
            ? id
            : null;

    /// <summary>Whether a parameter takes only a few values: the API's own places, such as the fields of a board, and no ids.</summary>
    private static bool IsOfFew(SchemaPlaces places, string place)
    {
        var limits = places.Limits(place, Quantity.Value).ToLookup(entry => entry.Limit.IsLeast, entry => entry.Value.GetDouble());
        return places.Listed(place).Count > 0
            || (limits[true].Any() && limits[false].Any() && limits[false].Min() - limits[true].Max() <= FewValues);
    }

    /// <summary>The draft with an absent id; null where the document accepts none.</summary>
    public static RequestDraft? Put(RequestDraft draft, Parameter parameter, ulong seed, Func<RequestDraft, bool> accepts) =>
        Candidates($"{seed}/{draft.Operation.Id}")
            .Select(id => MessageValues.Set(draft.Values, MessageSites.PlaceOf(parameter), id))
            .OfType<JsonObject>()
            .Select(values => draft with { Values = values })
            .FirstOrDefault(accepts);

    /// <summary>Texts that nothing else has, and numbers at the ends of their types.</summary>
    private static IEnumerable<JsonNode> Candidates(string key)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        var (hex, number) = (Convert.ToHexStringLower(hash), BitConverter.ToUInt16(hash) % 10_000);
        return
        [
            $"{InventedData.Prefix}{hex[..10]}-0",
            $"{hex[..8]}-{hex[8..12]}-4{hex[13..16]}-8{hex[17..20]}-{hex[20..32]}",
            9_007_199_254_730_000L + number,
            2_147_470_000 + number,
            hex[..24],
            hex,
            $"9900{number:D5}77{number:D5}",
            $"contractkit{hex[..8]}",
        ];
    }
}
