using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace SocialContract.Verification.Tests.Support;

/// <summary>
/// A document of users and their posts, in the shape of Rails' nested resources; and a server of it that can be made to do
/// them badly.
/// </summary>
internal sealed class PostsServer
{
    public const string Document = """
        openapi: 3.1.0
        info: { title: Posts, version: '1' }
        security: [{ bearer: [] }]
        paths:
          /users:
            post:
              operationId: createUser
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/NewUser' } } } }
              responses:
                '201': { description: Created., content: { application/json: { schema: { $ref: '#/components/schemas/User' } } } }
                '4XX': { description: Refused. }
          /users/{id}:
            parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
            get:
              operationId: readUser
              responses:
                '200': { description: It., content: { application/json: { schema: { $ref: '#/components/schemas/User' } } } }
                '4XX': { description: Refused. }
            delete:
              operationId: deleteUser
              responses:
                '204': { description: Gone. }
                '404': { description: There is none. }
                '4XX': { description: Refused. }
          /users/{user_id}/posts:
            parameters: [{ name: user_id, in: path, required: true, schema: { type: integer } }]
            get:
              operationId: listPosts
              responses:
                '200':
                  description: Theirs.
                  content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Post' } } } }
                '4XX': { description: Refused. }
            post:
              operationId: createPost
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/NewPost' } } } }
              responses:
                '201':
                  description: Created.
                  headers: { Location: { required: true, schema: { type: string } } }
                  content: { application/json: { schema: { $ref: '#/components/schemas/Post' } } }
                '4XX': { description: Refused. }
          /users/{user_id}/posts/{id}:
            parameters:
              - { name: user_id, in: path, required: true, schema: { type: integer } }
              - { name: id, in: path, required: true, schema: { type: integer } }
            get:
              operationId: readPost
              responses:
                '200': { description: It., content: { application/json: { schema: { $ref: '#/components/schemas/Post' } } } }
                '4XX': { description: Refused. }
            patch:
              operationId: updatePost
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/NewPost' } } } }
              responses:
                '200': { description: Changed., content: { application/json: { schema: { $ref: '#/components/schemas/Post' } } } }
                '4XX': { description: Refused. }
            delete:
              operationId: deletePost
              responses:
                '204': { description: Gone. }
                '404': { description: There is none. }
                '4XX': { description: Refused. }
        components:
          securitySchemes:
            bearer: { type: http, scheme: bearer }
          schemas:
            NewUser:
              type: object
              required: [login]
              properties: { login: { type: string } }
            User:
              type: object
              required: [id, login]
              properties: { id: { type: integer }, login: { type: string } }
            NewPost:
              type: object
              required: [title, stars]
              properties:
                title: { type: string }
                stars: { type: integer, minimum: 1, maximum: 5 }
            Post:
              type: object
              required: [id, title, stars]
              properties: { id: { type: integer }, title: { type: string }, stars: { type: integer } }
        """;

    private readonly Lock _gate = new();
    private readonly Dictionary<int, JsonObject> _users = [];
    private readonly Dictionary<(int User, int Id), JsonObject> _posts = [];
    private int _last = 100;

    public bool DeletingPostsDoesNothing { get; init; }

    public bool LocationLeadsNowhere { get; init; }

    /// <summary>Whether posts are still there when their user is not.</summary>
    public bool PostsSurviveTheirUser { get; init; }

    public bool RefusesToDeleteUsersWithPosts { get; init; }

    public bool ForgetsPosts { get; init; }

    public bool UpdatesWhatItRefuses { get; init; }

    /// <summary>Whether only updates without a token are refused and yet done.</summary>
    public bool UpdatesForStrangers { get; init; }

    public bool DeletesForStrangers { get; init; }

    public bool KeepsWhatItRefuses { get; init; }

    public bool UpdateIsPartial { get; init; }

    /// <summary>How many users and posts there are.</summary>
    public int Count => _users.Count + _posts.Count;

    public async Task RespondAsync(HttpContext context)
    {
        var (status, response) = Respond(context, await Server.BodyAsync(context));
        await (response is null ? Server.StatusAsync(context, status) : Server.JsonAsync(context, status, response.ToJsonString()));
    }

    private (int Status, JsonNode? Body) Respond(HttpContext context, byte[] body)
    {
        var isKnown = context.Request.Headers.Authorization == "Bearer TOKEN";
        var request = new Asked(context.Request.Method, isKnown, context.Request.ContentType == "application/json" ? Parsed(body) : null);
        lock (_gate)
        {
            var segments = context.Request.Path.Value!.Trim('/').Split('/');
            var ids = segments.Where((_, at) => at % 2 == 1).Select(NumberIn).ToList();
            return !isKnown && request.Method == "GET" ? (401, null)
                : ids.Contains(-1) ? (isKnown ? 422 : 401, null)
                : segments switch
                {
                    ["users"] => CreateUser(request),
                    ["users", _] => OnUser(request, ids[0]),
                    ["users", _, "posts"] => OnPosts(context, request, ids[0]),
                    ["users", _, "posts", _] => OnPost(request, (ids[0], ids[1])),
                    _ => (404, null),
                };
        }
    }

    private (int, JsonNode?) CreateUser(Asked request)
    {
        if (!request.IsKnown || request.Body is not JsonObject user || !IsText(user["login"]))
        {
            return (request.IsKnown ? 422 : 401, null);
        }

        user["id"] = ++_last;
        _users.Add(_last, user);
        return (201, user);
    }

    private (int, JsonNode?) OnUser(Asked request, int id)
    {
        if (!request.IsKnown || !_users.TryGetValue(id, out var user))
        {
            return (request.IsKnown ? 404 : 401, null);
        }

        if (request.Method == "GET")
        {
            return (200, user);
        }

        var theirs = _posts.Keys.Where(post => post.User == id).ToList();
        if (RefusesToDeleteUsersWithPosts && theirs.Count > 0)
        {
            return (409, null);
        }

        _users.Remove(id);
        theirs.ForEach(post => _ = PostsSurviveTheirUser || _posts.Remove(post));
        return (204, null);
    }

    private (int, JsonNode?) OnPosts(HttpContext context, Asked request, int user)
    {
        if (!_users.ContainsKey(user))
        {
            return (404, null);
        }

        if (request.Method == "GET")
        {
            return (200, new JsonArray([.. _posts.Where(post => post.Key.User == user).Select(post => post.Value.DeepClone())]));
        }

        var isGood = request.IsKnown && IsPost(request.Body);
        if (request.Body is JsonObject post && (isGood || KeepsWhatItRefuses) && !ForgetsPosts)
        {
            var stars = isGood ? post["stars"]!.DeepClone() : 1;
            _posts.Add((user, ++_last), new JsonObject { ["id"] = _last, ["title"] = post["title"]?.ToString() ?? "", ["stars"] = stars });
        }

        if (!isGood)
        {
            return (request.IsKnown ? 422 : 401, null);
        }

        context.Response.Headers.Location = LocationLeadsNowhere ? $"/users/{user}/posts/1" : $"/users/{user}/posts/{_last}";
        request.Body!["id"] = ForgetsPosts ? ++_last : _last;
        return (201, request.Body);
    }

    private (int, JsonNode?) OnPost(Asked request, (int, int) id)
    {
        if (!_posts.TryGetValue(id, out var post))
        {
            return (request.IsKnown ? 404 : 401, null);
        }

        switch (request.Method)
        {
            case "GET":
                return (200, post);
            case "DELETE":
                if ((request.IsKnown && !DeletingPostsDoesNothing) || (!request.IsKnown && DeletesForStrangers))
                {
                    _posts.Remove(id);
                }

                return (request.IsKnown ? 204 : 401, null);
            default:
                var isGood = request.IsKnown && IsPost(request.Body);
                if (request.Body is JsonObject sent && (isGood || (request.IsKnown ? UpdatesWhatItRefuses : UpdatesForStrangers)))
                {
                    post["title"] = UpdateIsPartial ? post["title"]?.DeepClone() : sent["title"]?.ToString() ?? "";
                }

                return isGood ? (200, post) : (request.IsKnown ? 422 : 401, null);
        }
    }

    private static bool IsPost(JsonNode? sent) =>
        sent is JsonObject post && IsText(post["title"])
        && post["stars"] is JsonValue stars && stars.TryGetValue<int>(out var number) && number is >= 1 and <= 5;

    private static bool IsText(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out _);

    private static int NumberIn(string id) =>
        int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static JsonNode? Parsed(byte[] body) => Server.TryParse(body, out var node) ? node : null;

    private sealed record Asked(string Method, bool IsKnown, JsonNode? Body);
}
