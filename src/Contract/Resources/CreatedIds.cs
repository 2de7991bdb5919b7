using SocialContract.Contract.Documents;
using SocialContract.Contract.Http;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Places;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Resources;

/// <summary>Finds where the response of a creating operation holds the id that another operation's path takes.</summary>
internal static class CreatedIds
{
    private const string Body = "$response.body#";

    /// <summary>
    /// What a link (OpenAPI 3.1, section 4.8.20) of the response takes for the parameter: a pointer into its body; null where there is no
    /// such link.
    /// </summary>
    public static string? Linked(Operation creator, Operation consumer, Parameter parameter)
    {
        foreach (var link in Successes(creator).SelectMany(response => response.Links.Values))
        {
            if (LeadsTo(link, consumer) && link.Member("parameters") is { } parameters
                && (parameters.Text(parameter.Name) ?? parameters.Text($"path.{parameter.Name}")) is { } expression
                && expression.StartsWith(Body, StringComparison.Ordinal))
            {
                return expression[Body.Length..];
            }
        }

        return null;
    }

    /// <summary>
    /// Where the first success that has it holds the id of the created resource: the member named after the parameter, the <c>id</c> of the
    /// object named after the collection, or the only <c>id</c>, without those within the same object; else the Location header (a null
    /// pattern) where one is described. Of several that rival each other, none: an id of another resource must never be taken for it.
    /// </summary>
    /// <param name="item">The path of a created resource, its parameters without their names.</param>
    public static (bool IsFound, string? Pattern) Described(Operation creator, Parameter parameter, string item, SchemaView view)
    {
        var successes = Successes(creator).ToList();
        return successes.Select(response => MemberOf(response, parameter, item, view))
            .FirstOrDefault(place => place is not null) is { } found
            ? (true, found)
            : (successes.Exists(HasLocation), null);
    }

    /// <summary>Where the response's JSON has the id; null where it has none, or where it is not certain which one it is.</summary>
    private static string? MemberOf(Response response, Parameter parameter, string item, SchemaView view) =>
        response.Content.FirstOrDefault(media => MediaTypeName.TryParse(media.Name, out var type) && type.MayBeJson)?.Schema is { } schema
            ? OwnMember(SchemaPlaces.OfSchema(schema.Node, view, MessageDirection.Response), parameter, item, view)
            : null;

    private static string? OwnMember(SchemaPlaces places, Parameter parameter, string item, SchemaView view)
    {
        var collection = item.Split('/') is [.., var segment, _] && segment != "{}" ? segment : "";
        var members = places.All
            .Where(place => place.EndsWith("/*", StringComparison.Ordinal) || places.Allows(place, ValueTypes.Object) == true)
            .Prepend("")
            .SelectMany(parent => NamesIn(places, parent).Select(name => (Parent: parent, Name: name, Place: $"{parent}/{name}")))
            .Where(member => Compatible(places, member.Place, parameter, view))
            .ToList();
        var named = members.Where(member => member.Name != "id"
            && ResourceNames.IsId(JsonPointer.Unescape(member.Name), parameter.Name, collection)).ToList();
        if (named.Count > 0)
        {
            return Outermost(named);
        }

        var ids = members.Where(member => member.Name == "id").ToList();
        var ofCollection = ids.Where(member => ResourceNames.IsOne(MessageValues.NameOf(member.Parent), collection)).ToList();
        return ResourceNames.MayBeId(parameter.Name, collection) ? Outermost(ofCollection.Count > 0 ? ofCollection : ids) : null;
    }

    /// <summary>The names of an object's members, as they are written in pointers.</summary>
    private static IEnumerable<string> NamesIn(SchemaPlaces places, string parent) => places.All
        .Where(place => place.Length > parent.Length && MessageValues.ParentOf(place) == parent
            && !place.EndsWith("/*", StringComparison.Ordinal))
        .Select(place => place[(parent.Length + 1)..]);

    /// <summary>The member that is in an object around those of all others; null where there is none.</summary>
    private static string? Outermost(IReadOnlyList<(string Parent, string Name, string Place)> members) =>
        members.FirstOrDefault(member => members.All(
            other => other.Place == member.Place || other.Place.StartsWith($"{member.Parent}/", StringComparison.Ordinal)
                && other.Parent != member.Parent)).Place;

    /// <summary>
    /// Where a body has an object with a member named like the parameter, or <c>id</c>: a pointer to that member with <c>*</c> for
    /// elements, the whole body's first; null where it has none.
    /// </summary>
    /// <param name="where">Which objects count, by their places.</param>
    public static string? MemberIn(SchemaPlaces places, Parameter parameter, SchemaView view, Func<string, bool> where)
    {
        string[] names = [JsonPointer.Escape(parameter.Name), "id"];
        return places.All
            .Where(place => place.EndsWith("/*", StringComparison.Ordinal) || places.Allows(place, ValueTypes.Object) == true)
            .Prepend("")
            .Where(where)
            .SelectMany(place => names.Select(name => $"{place}/{name}"))
            .FirstOrDefault(place => places.At(place).Count > 0 && Compatible(places, place, parameter, view));
    }

    private static bool HasLocation(Response response) =>
        response.Headers.Any(header => header.Name.Equals("Location", StringComparison.OrdinalIgnoreCase));

    /// <summary>The responses to a request that creates something; <c>default</c> where the document describes no success.</summary>
    private static IEnumerable<Response> Successes(Operation creator)
    {
        var successes = creator.Responses.Where(response => response.Key.IsSuccess).ToList();
        return successes.Count > 0 ? successes : creator.Responses.Where(response => response.Key.IsDefault);
    }

    private static bool LeadsTo(DocumentNode link, Operation consumer) =>
        link.Text("operationId") == consumer.Id
        || (link.Text("operationRef") is ['#', .. var pointer] && Uri.UnescapeDataString(pointer) == consumer.Node.Pointer);

    /// <summary>An id of another type than the parameter's belongs to another resource.</summary>
    private static bool Compatible(SchemaPlaces places, string place, Parameter parameter, SchemaView view)
    {
        if (parameter.Schema is not { } schema)
        {
            return true;
        }

        var asked = SchemaPlaces.OfSchema(schema.Node, view, MessageDirection.Request);
        return ((ValueTypes[])[ValueTypes.Integer, ValueTypes.String, ValueTypes.Fraction])
            .Any(type => asked.Allows("", type) != false && places.Allows(place, type) != false);
    }
}
