using System.Text.Json.Nodes;
using SocialContract.Contract.Places;
using SocialContract.Contract.Schemas;
using SocialContract.MockServer.Responding;

namespace SocialContract.MockServer.State;

/// <summary>Does what one request asks: shows, changes, removes; see <see cref="ThingCreation"/> for creating.</summary>
/// <param name="things">The collection that the request is about.</param>
/// <param name="answer">The contract's response to it.</param>
internal sealed class StateChange(StateRequest request, ThingStore store, ThingCollection things, StateAnswer answer)
{
    /// <param name="known">The thing that the request is about; null for a collection, and for one that a PUT creates.</param>
    /// <returns>Null if the document does not allow the response with the things in it; nothing is changed then.</returns>
    public MockResponse? Respond(StoredThing? known)
    {
        var (resource, operation) = (request.Resource, request.Operation);
        if (operation == resource.Create)
        {
            return new ThingCreation(request, store, things, answer).Respond();
        }

        if (operation == resource.List)
        {
            return List();
        }

        if (operation == resource.Delete)
        {
            var shown = answer.Place is { IdName: not null } ? answer.WithThing(known!) ?? answer.Unchanged : answer.Unchanged;
            store.Remove(request.Path, things, known!.Key);
            return shown;
        }

        if (operation == resource.Read)
        {
            return answer.Body is null ? answer.Unchanged : answer.WithThing(known!);
        }

        return Change(known);
    }

    private MockResponse? List()
    {
        if (answer.Place is not { IsList: true } place)
        {
            return answer.Unchanged;
        }

        var page = new ListPage(request, place, things.Things);
        return answer.WithList(page.Things, page.Describe);
    }

    /// <summary>PUT and PATCH.</summary>
    private MockResponse? Change(StoredThing? known)
    {
        if (request.Body is not JsonObject)
        {
            // Another kind of patch (RFC 6902), or a body that is not read.
            return answer.Unchanged;
        }

        var given = GivenThing.In(request.Body, answer.Place);
        var id = known?.Id ?? request.Path.Id!;
        var members = request.Operation == request.Resource.Change ? ThingJson.Patch(known!.Members, given) : Replaced(known, given);
        if (answer.Place?.IdName is { } idName)
        {
            members[idName] = id.DeepClone();
        }

        var thing = new StoredThing(id, members);
        if ((answer.Body is null ? answer.Unchanged : answer.WithThing(thing)) is not { } response)
        {
            return null;
        }

        store.Put(request.Path, things, thing);
        return response;
    }

    /// <summary>What the request gives, and what the server alone sets: members that requests do not have.</summary>
    private JsonObject Replaced(StoredThing? known, JsonObject given)
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
