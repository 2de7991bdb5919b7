using System.Text;
using System.Text.Json.Nodes;
using SocialContract.Contract.Generation.Data;
using SocialContract.Contract.Resources;
using SocialContract.Contract.Schemas;
using SocialContract.JsonSchema;
using SocialContract.MockServer.Responding;

namespace SocialContract.MockServer.State;

/// <summary>Creates the resource or the resources of a POST.</summary>
/// <inheritdoc cref="StateChange" path="/param"/>
internal sealed class ResourceCreation(StateRequest request, ResourceStore store, StoredCollection collection, StateAnswer answer)
{
    private readonly IdSequence _ids = MockState.IdsOf(store, request.Resources, request.Resource);
    private readonly SchemaView _view = request.Resources.Contract.Description.View;

    /// <summary>What the operations on a resource accept as its id.</summary>
    private readonly SchemaReference? _idSchema = request.Resource.Id.Schema;

    public MockResponse? Respond() =>
        answer.Place is null ? Unseen()
        : answer.Place.Pattern.Contains('*', StringComparison.Ordinal) ? Several(answer.Place)
        : Single(answer.Place);

    /// <summary>In a sentence, that another resource has the id that the client chose; null where none has.</summary>
    public string? Conflict
    {
        get
        {
            var given = GivenResource.In(request.Body, answer.Place);
            var name = answer.Place is { } place ? place.IdName : UnseenIdName(given);
            return answer.Place?.Pattern.Contains('*', StringComparison.Ordinal) != true && ChosenId(given, name) is { } id
                && collection.Find(ResourceJson.TextOf(id)!) is not null
                ? $"Another resource has the {name} that the request chooses."
                : null;
        }
    }

    /// <summary>A resource that the response does not show: at most its Location header does.</summary>
    private MockResponse? Unseen()
    {
        var given = GivenResource.In(request.Body, null);
        var name = UnseenIdName(given);
        var id = GivenId(given, name) ?? Fresh(null);
        return id is null
            ? null
            : Kept(answer.Valid(null, LocationOf(id)) ?? answer.Unchanged, [new StoredResource(id, Stored(given, [], id, name))]);
    }

    private MockResponse? Single(RepresentationPlace place)
    {
        var sample = answer.Sample ?? [];
        var given = GivenResource.In(request.Body, place);
        var id = GivenId(given, place.IdName) ?? Fresh(sample);
        if (id is null)
        {
            return null;
        }

        var taken = new Representations(place).Known(Taken(given, place), sample);
        var location = LocationOf(id);
        JsonObject shown;
        foreach (var model in new[] { new CreatedMembers(request, place, given).Unsent(sample), sample })
        {
            shown = Shown(model, taken, id, place);
            if (Written(shown) is { } whole)
            {
                return Kept(whole, [new StoredResource(id, Stored(given, shown, id, place.IdName))]);
            }
        }

        // A member that the response cannot have with that value keeps the value of the contract's response.
        shown = Shown(sample, [], id, place);
        foreach (var (name, value) in taken)
        {
            var more = ResourceJson.Over(shown, new JsonObject { [name] = value?.DeepClone() });
            shown = Written(more) is null ? shown : more;
        }

        return Written(shown) is { } response ? Kept(response, [new StoredResource(id, Stored(given, shown, id, place.IdName))]) : null;

        MockResponse? Written(JsonObject thing) => ResourceJson.With(answer.Body!, place.Pattern, thing) is { } body
            ? answer.Valid(body, location) ?? answer.Valid(body, null)
            : null;
    }

    /// <summary>
    /// As many resources as the request has; where it has no list of them, as many as the contract's response has. That response may
    /// also say that nothing was created.
    /// </summary>
    private MockResponse? Several(RepresentationPlace place)
    {
        var samples = answer.Samples;
        if (samples.Count == 0)
        {
            return answer.Unchanged;
        }

        var given = GivenResource.ListIn(request.Body, place);
        var count = given?.Count ?? samples.Count;
        if (!store.HasRoom(collection, count))
        {
            return null;
        }

        var (whole, plain, ids) = (new List<StoredResource>(), new List<StoredResource>(), new HashSet<string>(StringComparer.Ordinal));
        for (var index = 0; index < count; index++)
        {
            var sample = samples.Count == count ? samples[index] : samples[0];
            if (Fresh(sample, ids) is not { } id)
            {
                return null;
            }

            ids.Add(ResourceJson.TextOf(id)!);
            var taken = given is null ? [] : new Representations(place).Known(Taken(given[index], place), sample);
            var model = given is null ? sample : new CreatedMembers(request, place, given[index]).Unsent(sample);
            whole.Add(new StoredResource(id, Shown(model, taken, id, place)));
            plain.Add(new StoredResource(id, Shown(sample, [], id, place)));
        }

        return new[] { whole, plain }.Select(created => answer.WithList(created, _ => { }) is { } response ? Kept(response, created) : null)
            .FirstOrDefault(response => response is not null);
    }

    private MockResponse? Kept(in MockResponse response, IReadOnlyList<StoredResource> created)
    {
        foreach (var thing in created)
        {
            store.Put(request.Path, collection, thing);
            _ids.Note(thing.Id);
        }

        return response;
    }

    private string? UnseenIdName(JsonObject given) => new[] { request.Resource.Id.Name, "id" }.FirstOrDefault(given.ContainsKey);

    /// <summary>The members of a given resource that the response may show, and those that the path gives it.</summary>
    private JsonObject Taken(JsonObject given, RepresentationPlace place)
    {
        var sent = given.DeepClone().AsObject();
        foreach (var name in given.Select(member => member.Key).Where(name => IsReadOnly($"{place.Pattern}/{name}", place)))
        {
            sent.Remove(name);
        }

        var taken = ResourceJson.Over(CreatedMembers.OfParents(request, place), sent);

        if (place.IdName is { } idName)
        {
            taken.Remove(idName);
        }

        return taken;
    }

    private static JsonObject Shown(JsonObject sample, JsonObject taken, JsonNode id, RepresentationPlace place)
    {
        var shown = ResourceJson.Over(sample, taken);
        if (place.IdName is { } idName)
        {
            shown[idName] = id.DeepClone();
        }

        return shown;
    }

    /// <summary>Also what the response does not show, because another one may.</summary>
    private static JsonObject Stored(JsonObject given, JsonObject shown, JsonNode id, string? idName)
    {
        var stored = ResourceJson.Over(given, shown);
        if (idName is not null)
        {
            stored[idName] = id.DeepClone();
        }

        return stored;
    }

    /// <summary>The id that the client chose; null where it chose none, or one that another resource has.</summary>
    private JsonNode? GivenId(JsonObject given, string? name) =>
        ChosenId(given, name) is { } id && collection.Find(ResourceJson.TextOf(id)!) is null ? id : null;

    private JsonNode? ChosenId(JsonObject given, string? name) =>
        name is not null && given[name] is { } id && ResourceJson.TextOf(id) is { Length: > 0 } && IsId(id)
        && (answer.Place is null || !IsReadOnly($"{answer.Place.Pattern}/{name}", answer.Place))
            ? id.DeepClone()
            : null;

    private bool IsReadOnly(string place, RepresentationPlace within) =>
        within.Places.At(place).Any(schema => _view.IsHidden(schema, MessageDirection.Request));

    /// <summary>An id that no resource had before.</summary>
    /// <param name="others">Ids that are taken although no resource has them yet.</param>
    private JsonNode? Fresh(JsonObject? sample, HashSet<string>? others = null)
    {
        var model = answer.Place?.IdName is { } idName && sample?[idName] is { } shown && ResourceJson.TextOf(shown) is not null
            ? shown
            : OfParameter();
        if (model is null)
        {
            return null;
        }

        foreach (var id in _ids.Next(model).Where(id => ResourceJson.TextOf(id) is { Length: > 0 } text
            && collection.Find(text) is null && others?.Contains(text) != true && IsId(id)))
        {
            _ids.Note(id);
            return id;
        }

        return null;
    }

    /// <summary>A value that the parameter accepts.</summary>
    private JsonNode? OfParameter() =>
        _idSchema is null ? JsonValue.Create(1)
        : request.Resources.Contract.Generator.Generate(_idSchema, MessageDirection.Request, 0)
                is GenerationOutcome.Generated { Json: var json }
            && ResourceJson.TryParse(json.Span, out var value) && ResourceJson.TextOf(value) is not null ? value
        : null;

    /// <summary>Whether the operations on a resource accept the id.</summary>
    private bool IsId(JsonNode id) =>
        _idSchema?.Compiled(MessageDirection.Request) is not CompileResult.Compiled { Schema: var schema }
        || schema.IsValid(Encoding.UTF8.GetBytes(id.ToJsonString()))
        || schema.IsValid(Encoding.UTF8.GetBytes(JsonValue.Create(ResourceJson.TextOf(id)!).ToJsonString()));

    private string LocationOf(JsonNode id) =>
        $"{request.Message.Path.TrimEnd('/')}/{Uri.EscapeDataString(ResourceJson.TextOf(id)!)}";
}
