using System.Text;
using System.Text.Json.Nodes;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Places;
using SocialContract.Contract.Resources;
using SocialContract.Contract.Schemas;

namespace SocialContract.MockServer.State;

/// <summary>The members of a created resource that its request does not send.</summary>
/// <param name="place">The place of the representation in the response.</param>
/// <param name="given">The resource in the request.</param>
internal sealed class CreatedMembers(StateRequest request, RepresentationPlace place, JsonObject given)
{
    private readonly SchemaPlaces _sendable = Sendable(request);
    private readonly string _wrapper = Wrapper(request.Body, given);

    /// <summary>
    /// The defaults of the document, then the members of the sample that the response requires or that requests cannot send, which the
    /// server sets.
    /// </summary>
    /// <param name="sample">The representation in the contract's response.</param>
    public JsonObject Unsent(JsonObject sample)
    {
        var unsent = new JsonObject();
        foreach (var (name, value) in sample)
        {
            if (Default(name) is { } used)
            {
                unsent[name] = used;
            }
            else if (place.Places.IsRequired(At(place.Pattern, name)) || _sendable.At(At(_wrapper, name)).Count == 0)
            {
                unsent[name] = value?.DeepClone();
            }
        }

        foreach (var name in NamesIn(place).Where(name => !sample.ContainsKey(name)))
        {
            if (Default(name) is { } used)
            {
                unsent[name] = used;
            }
        }

        return unsent;
    }

    /// <summary>
    /// The values of the path's parameters above the resource, as the members that are named like them: <c>item_id</c>, also where the
    /// parameter of <c>/items/{id}/reviews</c> is named without the item.
    /// </summary>
    public static JsonObject OfParents(StateRequest request, RepresentationPlace place)
    {
        var members = new JsonObject();
        var segments = request.Operation.Path.Split('/');
        foreach (var (name, value) in request.ParentMembers())
        {
            var at = Array.IndexOf(segments, $"{{{name}}}");
            var collection = at > 0 ? segments[at - 1] : "";
            foreach (var member in NamesIn(place).Where(
                member => member != place.IdName && (member == name || ResourceNames.IsId(name, member, collection))))
            {
                members[member] = value?.DeepClone();
            }
        }

        return members;
    }

    private JsonNode? Default(string name) =>
        (place.Places.Keyword(At(place.Pattern, name), KeywordNames.Default)
            ?? _sendable.Keyword(At(_wrapper, name), KeywordNames.Default)) is { } found
        && ResourceJson.TryParse(Encoding.UTF8.GetBytes(found.Value.GetRawText()), out var value) ? value : null;

    private static IEnumerable<string> NamesIn(RepresentationPlace place) => place.Places.All
        .Where(other => other.Length > place.Pattern.Length && MessageValues.ParentOf(other) == place.Pattern
            && !other.EndsWith("/*", StringComparison.Ordinal))
        .Select(other => MessageValues.Tokens(other)[^1]);

    private static SchemaPlaces Sendable(StateRequest request)
    {
        var view = request.Resources.Contract.Description.View;
        return request.Operation.RequestBody?.Content.FirstOrDefault(media => media.Schema is not null)?.Schema is { } body
            ? SchemaPlaces.OfSchema(body.Node, view, MessageDirection.Request, true)
            : SchemaPlaces.None(view);
    }

    /// <summary>The pointer of the resource in the body.</summary>
    private static string Wrapper(JsonNode? body, JsonObject given) => body switch
    {
        JsonObject members when members.FirstOrDefault(member => ReferenceEquals(member.Value, given)) is { Key: { } name } => At("", name),
        _ => "",
    };

    private static string At(string around, string name) => $"{around}/{JsonPointer.Escape(name)}";
}
