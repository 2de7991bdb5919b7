using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace SocialContract.Verification.Tests.Support;

/// <summary>A server of groups that already holds the groups of others, and records every change of one of them.</summary>
internal sealed class NeighboursServer
{
    private readonly ConcurrentDictionary<int, JsonObject> _groups = new();
    private int _last = 200;

    public NeighboursServer()
    {
        foreach (var id in Enumerable.Range(1, 9).Concat(Enumerable.Range(5001, 999)))
        {
            _groups[id] = new JsonObject { ["id"] = id, ["name"] = "of somebody else" };
        }
    }

    /// <summary>The response to a creation: its status, its body and its Location header, made from the created group.</summary>
    public Func<int, JsonObject, (int Status, JsonNode? Body, string? Location)> Created { get; init; } =
        static (id, group) => (201, group, $"/groups/{id}");

    /// <summary>The id of the existing group that a creation gives instead of a new one; null: a new one is created.</summary>
    public Func<string, int?> Existing { get; init; } = static _ => null;

    /// <summary>The changes of what others created, as method and path.</summary>
    public ConcurrentQueue<string> Touched { get; } = new();

    /// <summary>How many groups of the run are left.</summary>
    public int Left => _groups.Keys.Count(id => !IsOfNeighbour(id));

    /// <param name="schema">The schema of the response to a creation.</param>
    /// <param name="parameter">The name of the path's parameter.</param>
    /// <param name="headers">The response's headers.</param>
    public static string Document(string schema, string parameter = "id", string headers = "{}") => $$"""
        openapi: 3.1.0
        info: { title: Groups, version: '1' }
        paths:
          /groups:
            post:
              operationId: createGroup
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/NewGroup' } } } }
              responses:
                '201': { description: Created., headers: {{headers}}, content: { application/json: { schema: {{schema}} } } }
                '200': { description: As before., headers: {{headers}}, content: { application/json: { schema: {{schema}} } } }
                '400': { description: Unreadable. }
                '415': { description: Not JSON. }
                '422': { description: Refused. }
          /groups/{{{parameter}}}:
            parameters:
              - { name: {{parameter}}, in: path, required: true, schema: { type: integer, minimum: 1 }, example: 1 }
            get:
              operationId: readGroup
              responses:
                '200': { description: It., content: { application/json: { schema: { $ref: '#/components/schemas/Group' } } } }
                '404': { description: There is none. }
            put:
              operationId: changeGroup
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/NewGroup' } } } }
              responses:
                '200': { description: Changed., content: { application/json: { schema: { $ref: '#/components/schemas/Group' } } } }
                '400': { description: Unreadable. }
                '404': { description: There is none. }
                '415': { description: Not JSON. }
                '422': { description: Refused. }
            delete:
              operationId: deleteGroup
              responses:
                '204': { description: Gone. }
                '404': { description: There is none. }
        components:
          schemas:
            NewGroup: { type: object, required: [name], properties: { name: { type: string, minLength: 1, maxLength: 60 } } }
            Group:
              type: object
              required: [id, name]
              properties: { id: { type: integer }, name: { type: string } }
        """;

    public async Task RespondAsync(HttpContext context)
    {
        var segments = context.Request.Path.Value!.Trim('/').Split('/');
        if (segments is ["groups"] && context.Request.Method == "POST")
        {
            await CreateAsync(context);
            return;
        }

        if (segments is not ["groups", var text] || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            || !_groups.TryGetValue(id, out var group))
        {
            context.Response.StatusCode = 404;
            return;
        }

        if (context.Request.Method != "GET" && IsOfNeighbour(id))
        {
            Touched.Enqueue($"{context.Request.Method} /groups/{id}");
        }

        switch (context.Request.Method)
        {
            case "GET":
                await Server.JsonAsync(context, 200, group.ToJsonString());
                break;
            case "DELETE":
                _groups.TryRemove(id, out _);
                context.Response.StatusCode = 204;
                break;
            case "PUT":
                await ChangeAsync(context, id);
                break;
            default:
                context.Response.StatusCode = 405;
                break;
        }
    }

    private static bool IsOfNeighbour(int id) => id is < 10 or > 5000;

    private async Task CreateAsync(HttpContext context)
    {
        var (status, sent) = await ReadAsync(context);
        if (status != 0)
        {
            context.Response.StatusCode = status;
            return;
        }

        var name = sent!["name"]!.ToString();
        var id = Existing(name) ?? Interlocked.Increment(ref _last);
        var group = _groups.GetOrAdd(id, new JsonObject { ["id"] = id, ["name"] = name });
        var (code, body, location) = Created(id, group.DeepClone().AsObject());
        context.Response.Headers.Location = location;
        await Server.JsonAsync(context, code, body?.ToJsonString() ?? "");
    }

    private async Task ChangeAsync(HttpContext context, int id)
    {
        var (status, sent) = await ReadAsync(context);
        if (status != 0)
        {
            context.Response.StatusCode = status;
            return;
        }

        _groups[id] = new JsonObject { ["id"] = id, ["name"] = sent!["name"]!.ToString() };
        await Server.JsonAsync(context, 200, _groups[id].ToJsonString());
    }

    private static async Task<(int Status, JsonObject? Sent)> ReadAsync(HttpContext context)
    {
        var body = await Server.BodyAsync(context);
        if (body.Length > 0 && context.Request.ContentType != "application/json")
        {
            return (415, null);
        }

        if (!Server.TryParse(body, out var sent))
        {
            return (400, null);
        }

        var isGood = sent is JsonObject group && group["name"] is JsonValue name && name.TryGetValue<string>(out var text)
            && text.EnumerateRunes().Count() is >= 1 and <= 60;
        return isGood ? (0, sent!.AsObject()) : (422, null);
    }
}
