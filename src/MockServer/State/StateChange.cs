using System.Text.Json.Nodes;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Places;
using SocialContract.Contract.Schemas;
using SocialContract.MockServer.Responding;

namespace SocialContract.MockServer.State;

/// <summary>Does what one request asks: shows, changes, removes; see <see cref="ResourceCreation"/> for creating.</summary>
/// <param name="collection">The collection that the request is about.</param>
/// <param name="answer">The contract's response to it.</param>
internal sealed class StateChange(StateRequest request, ResourceStore store, StoredCollection collection, StateAnswer answer)
{
    /// <summary>In a sentence, why the request contradicts what is kept; null where it does not.</summary>
    public string? Conflict { get; private set; }

    /// <param name="known">The resource that the request is about; null for a collection, and for one that a PUT creates.</param>
    /// <returns>Null if the document does not allow the response with the resources in it; nothing is changed then.</returns>
    public MockResponse? Respond(StoredResource? known)
    {
        var (resource, operation) = (request.Resource, request.Operation);
        if (operation == resource.Create)
        {
            var creation = new ResourceCreation(request, store, collection, answer);
            Conflict = creation.Conflict;
            return Conflict is null ? creation.Respond() : null;
        }

        if (operation == resource.List)
        {
            return List();
        }

        if (operation == resource.Delete)
        {
            var shown = answer.Place is { IdName: not null } ? answer.WithResource(known!) ?? answer.Unchanged : answer.Unchanged;
            store.Remove(request.Path, collection, known!.Key);
            return shown;
        }

        if (operation == resource.Read)
        {
            return answer.Body is null ? answer.Unchanged : answer.WithResource(known!);
        }

        return Change(known);
    }

    private MockResponse? List()
    {
        if (answer.Place is not { IsList: true } place)
        {
            return answer.Unchanged;
        }

        var page = new ListPage(request, place, collection.Things);
        return answer.WithList(page.Things, page.Describe);
    }

    /// <summary>PUT and PATCH.</summary>
    private MockResponse? Change(StoredResource? known)
    {
        var isPatch = request.Operation == request.Resource.Change;
        if (isPatch && request.IsJsonPatch)
        {
            var patched = JsonPatch.Apply(known!.Members, request.Body, out var fault);
            Conflict = fault;
            return patched is null ? null : Keep(known.Id, patched);
        }

        if (request.Body is not JsonObject)
        {
            // A body that is not read.
            return null;
        }

        var given = GivenResource.In(request.Body, answer.Place);
        return Keep(
            known?.Id ?? request.Path.Id!,
            isPatch ? ResourceJson.Patch(known!.Members, given, request.IsMergePatch ? null : MayBeNull) : Replaced(known, given));
    }

    /// <summary>Whether the response describes the member, and lets it be null.</summary>
    /// <param name="pointer">Within the resource.</param>
    private bool MayBeNull(string pointer) =>
        answer.Place is { } place && place.Places.Allows($"{place.Pattern}{pointer}", ValueTypes.Null) == true;

    /// <summary>Keeps the resource with other members, if the document allows the response with it.</summary>
    private MockResponse? Keep(JsonNode id, JsonObject members)
    {
        if (answer.Place?.IdName is { } idName)
        {
            members[idName] = id.DeepClone();
        }

        var thing = new StoredResource(id, members);
        if ((answer.Body is null ? answer.Unchanged : answer.WithResource(thing)) is not { } response)
        {
            return null;
        }

        store.Put(request.Path, collection, thing);
        return response;
    }

    /// <summary>What the request gives, and what the server alone sets: members that requests do not have.</summary>
    private JsonObject Replaced(StoredResource? known, JsonObject given)
    {
        var view = request.Resources.Contract.Description.View;
        var replaced = given.DeepClone().AsObject();
        var body = request.Operation.RequestBody?.Content.FirstOrDefault(media => media.Schema is not null)?.Schema;
        var places = body is null ? SchemaPlaces.None(view) : SchemaPlaces.OfSchema(body.Node, view, MessageDirection.Request, true);
        var wrapper = ReferenceEquals(given, request.Body)
            ? ""
            : $"/{request.Body!.AsObject().First(member => ReferenceEquals(member.Value, given)).Key}";
        foreach (var (name, value) in known?.Members ?? [])
        {
            if (!replaced.ContainsKey(name) && places.At($"{wrapper}/{name}").Count == 0)
            {
                replaced[name] = value?.DeepClone();
            }
        }

        return replaced;
    }
}
