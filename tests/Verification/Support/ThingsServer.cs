using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace SocialContract.Verification.Tests.Support;

/// <summary>A document with all operations on one kind of thing, and a server of it that can be made to do them badly.</summary>
internal sealed class ThingsServer
{
    public const string Document = """
        openapi: 3.1.0
        info: { title: Things, version: '1' }
        paths:
          /things:
            get:
              operationId: listThings
              responses:
                '200': { description: All of them., content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Thing' } } } } }
            post:
              operationId: createThing
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/NewThing' } } } }
              responses:
                '201':
                  description: Created.
                  headers: { Location: { required: true, schema: { type: string } } }
                  content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } }
                '400': { description: The JSON cannot be read. }
                '415': { description: It is no JSON. }
                '422': { description: Refused. }
          /things/{id}:
            parameters:
              - { name: id, in: path, required: true, schema: { type: integer } }
            get:
              operationId: readThing
              responses:
                '200': { description: It., content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
                '404': { description: There is none. }
                '422': { description: Refused. }
            put:
              operationId: updateThing
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/NewThing' } } } }
              responses:
                '200': { description: Changed., content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
                '400': { description: The JSON cannot be read. }
                '404': { description: There is none. }
                '415': { description: It is no JSON. }
                '422': { description: Refused. }
            delete:
              operationId: deleteThing
              responses:
                '204': { description: Gone. }
                '404': { description: There is none. }
                '422': { description: Refused. }
        components:
          schemas:
            NewThing:
              type: object
              required: [name, size]
              properties:
                name: { type: string, minLength: 1, maxLength: 60 }
                size: { type: integer, minimum: 1, maximum: 10 }
                color: { type: string, enum: [red, green] }
            Thing:
              type: object
              required: [id, name, size]
              properties:
                id: { type: integer }
                name: { type: string }
                size: { type: integer }
        """;

    private readonly ConcurrentDictionary<int, JsonObject> _things = new();
    private int _last;

    public bool DeleteDoesNothing { get; init; }

    public bool UpdateIsPartial { get; init; }

    public bool LocationLeadsNowhere { get; init; }

    /// <summary>The Location names another host, as behind a gateway.</summary>
    public bool LocationLeadsElsewhere { get; init; }

    public bool ForgetsWhatIsCreated { get; init; }

    public bool KeepsWhatItRefuses { get; init; }

    /// <summary>A colour that it wrongly refuses.</summary>
    public string? RefusesColor { get; init; }

    /// <summary>How many things there are.</summary>
    public int Count => _things.Count;

    public async Task RespondAsync(HttpContext context)
    {
        var segments = context.Request.Path.Value!.Trim('/').Split('/');
        var isThing = segments.Length == 2;
        var id = 0;
        if (segments[0] != "things" || (isThing && !int.TryParse(segments[1], NumberStyles.None, CultureInfo.InvariantCulture, out id)))
        {
            context.Response.StatusCode = isThing ? 422 : 404;
            return;
        }

        await (context.Request.Method switch
        {
            "GET" when !isThing =>
                Server.JsonAsync(context, 200, new JsonArray([.. _things.Values.Select(thing => thing.DeepClone())]).ToJsonString()),
            "POST" when !isThing => CreateAsync(context),
            _ when !_things.ContainsKey(id) => Server.StatusAsync(context, 404),
            "GET" => Server.JsonAsync(context, 200, _things[id].ToJsonString()),
            "PUT" => UpdateAsync(context, id),
            "DELETE" => DeleteAsync(context, id),
            _ => Server.StatusAsync(context, 405),
        });
    }

    private async Task CreateAsync(HttpContext context)
    {
        var (status, sent) = await ReadAsync(context);
        var id = Interlocked.Increment(ref _last);
        if (sent is JsonObject thing && (status == 0 || KeepsWhatItRefuses))
        {
            thing["id"] = id;
            if (!ForgetsWhatIsCreated)
            {
                if (status == 0)
                {
                    _things[id] = thing;
                }
                else
                {
                    // Kept although it is refused, in a form that the list may show.
                    _things[id] = new JsonObject { ["id"] = id, ["name"] = thing["name"]?.ToString() ?? "", ["size"] = 1 };
                }
            }
        }

        if (status != 0)
        {
            context.Response.StatusCode = status;
            return;
        }

        context.Response.Headers.Location = LocationLeadsNowhere
            ? "/things/0"
            : LocationLeadsElsewhere
            ? "http://elsewhere.example/things/0"
            : $"/things/{id}";
        await Server.JsonAsync(context, 201, sent!.ToJsonString());
    }

    private async Task UpdateAsync(HttpContext context, int id)
    {
        var (status, sent) = await ReadAsync(context);
        if (status != 0)
        {
            context.Response.StatusCode = status;
            return;
        }

        var thing = sent!.AsObject();
        thing["id"] = id;
        if (UpdateIsPartial)
        {
            _things[id]["size"] = thing["size"]?.DeepClone();
        }
        else
        {
            _things[id] = thing;
        }

        await Server.JsonAsync(context, 200, thing.ToJsonString());
    }

    private Task DeleteAsync(HttpContext context, int id)
    {
        if (!DeleteDoesNothing)
        {
            _things.TryRemove(id, out _);
        }

        return Server.StatusAsync(context, 204);
    }

    private async Task<(int Status, JsonNode? Sent)> ReadAsync(HttpContext context)
    {
        var body = await Server.BodyAsync(context);
        if (body.Length == 0 || context.Request.ContentType != "application/json")
        {
            return (body.Length == 0 ? 422 : 415, null);
        }

        if (!Server.TryParse(body, out var sent))
        {
            return (400, null);
        }

        var isGood = sent is JsonObject thing
            && thing["name"] is JsonValue name && name.TryGetValue<string>(out var text) && text.Length is >= 1 and <= 60
            && thing["size"] is JsonValue size && size.TryGetValue<int>(out var number) && number is >= 1 and <= 10
            && (
                !thing.ContainsKey("color")
                    || thing["color"] is JsonValue color
                    && color.TryGetValue<string>(out var said)
                    && said is "red" or "green"
                    && said != RefusesColor);
        return (isGood ? 0 : 422, sent);
    }
}
