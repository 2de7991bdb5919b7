using SocialContract.Contract.Http;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Places;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Resources;

/// <summary>
/// Where a JSON body has the representation of a resource, or of several: the whole body, a member of it, the elements of a list.
/// </summary>
/// <param name="Pattern">Pointer with <c>*</c> for elements: empty, <c>/account</c>, <c>/data/*</c>.</param>
/// <param name="IdName">The member that has the id; null where the representation has none.</param>
/// <param name="Places">The places of the body.</param>
internal sealed record RepresentationPlace(string Pattern, string? IdName, SchemaPlaces Places)
{
    /// <summary>Whether the place is that of the elements of a list.</summary>
    public bool IsList => Pattern.EndsWith("/*", StringComparison.Ordinal);

    /// <summary>The place of the list itself.</summary>
    public string ListPattern => MessageValues.ParentOf(Pattern);

    /// <summary>The place of a response's resource or resources; null where its JSON has none.</summary>
    /// <param name="id">The parameter that takes the id.</param>
    /// <param name="isList">Whether to look for a list: the outermost one whose elements have an id.</param>
    public static RepresentationPlace? Of(Response response, Parameter id, bool isList, SchemaView view)
    {
        if (PlacesOf(response, view) is not { } places)
        {
            return null;
        }

        if (!isList)
        {
            return CreatedIds.MemberIn(places, id, view, place => !place.Contains('*', StringComparison.Ordinal)) is { } member
                ? At(member, places)
                : places.Allows("", ValueTypes.Object) == true ? new RepresentationPlace("", null, places) : null;
        }

        return places.All.Where(place => place.EndsWith("/*", StringComparison.Ordinal) && place.Count(character => character == '*') == 1)
            .OrderBy(place => place.Count(character => character == '/'))
            .Select(place => CreatedIds.MemberIn(places, id, view, other => other == place))
            .FirstOrDefault(found => found is not null) is { } element ? At(element, places) : null;
    }

    /// <summary>The place around a known member with the id.</summary>
    public static RepresentationPlace? OfId(Response response, string pointer, SchemaView view) =>
        PlacesOf(response, view) is { } places && places.At(pointer).Count > 0 ? At(pointer, places) : null;

    private static RepresentationPlace At(string member, SchemaPlaces places) =>
        new(MessageValues.ParentOf(member), MessageValues.Tokens(member)[^1], places);

    private static SchemaPlaces? PlacesOf(Response response, SchemaView view) =>
        response.Content.FirstOrDefault(media => MediaTypeName.TryParse(media.Name, out var type) && type.MayBeJson)?.Schema is { } schema
            ? SchemaPlaces.OfSchema(schema.Node, view, MessageDirection.Response, withAlternatives: true)
            : null;
}
