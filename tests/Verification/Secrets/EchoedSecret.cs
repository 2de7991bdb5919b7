using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Secrets;

/// <summary>A way in which a server shows a secret in its responses.</summary>
/// <param name="Form">The place and the encoding in words.</param>
/// <param name="Respond">Responds to a request that holds the token.</param>
internal sealed record EchoedSecret(string Form, Func<HttpContext, string, Task> Respond)
{
    /// <summary>Of the run.</summary>
    public const string Token = "Tok3n/93f7+c2d8~5e";

    /// <summary>Made by the server: the document marks it.</summary>
    public const string Generated = "Gen3rated4b1d";

    public const string Document = """
        openapi: 3.1.0
        info: { title: Secrets, version: '1' }
        security: [{ bearer: [] }]
        paths:
          /things:
            get:
              operationId: listThings
              responses:
                '200':
                  description: things
                  headers:
                    X-Pin: { schema: { type: integer, x-secret: true } }
                  content:
                    application/json:
                      schema:
                        type: object
                        required: [name]
                        properties:
                          name: { type: string, maxLength: 6 }
                          code: { $ref: '#/components/schemas/Code' }
                          codes: { type: array, items: { $ref: '#/components/schemas/Code' }, uniqueItems: true }
                          vault: { type: object, x-secret: true, properties: { id: { type: integer } } }
                          map: { type: object, additionalProperties: { $ref: '#/components/schemas/Code' } }
                          named: { type: object, patternProperties: { ^p_: { $ref: '#/components/schemas/Code' } } }
                          either: { oneOf: [{ type: integer }, { allOf: [{ $ref: '#/components/schemas/Code' }] }] }
                          session: { type: string }
                    text/plain: { schema: { type: string, maxLength: 4, x-secret: true } }
          /made:
            post:
              operationId: make
              responses:
                '201':
                  description: made
                  headers: { Location: { schema: { type: string } } }
                  content:
                    application/json:
                      schema:
                        type: object
                        required: [id]
                        properties: { id: { type: string }, code: { $ref: '#/components/schemas/Code' } }
          /made/{id}:
            parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
            get: { operationId: readMade, responses: { '200': { description: one } } }
            delete: { operationId: deleteMade, responses: { '204': { description: none } } }
        components:
          schemas:
            Code: { type: string, maxLength: 4, x-secret: true }
          securitySchemes:
            bearer: { type: http, scheme: bearer }
        """;

    public static IReadOnlyList<EchoedSecret> All { get; } =
    [
        new("a member", (context, token) => Json(context, $$"""{"name":"{{token}}"}""")),
        new("a member's name", (context, token) => Json(context, $$"""{"{{token}}":1}""")),
        new("a member, JSON-escaped", (context, token) => Json(context, $$"""{"name":"{{Escaped(token)}}"}""")),
        new("a member, in capitals", (context, token) => Json(context, $$"""{"name":"{{token.ToUpperInvariant()}}"}""")),
        new("a member, cut in the middle by shortening", (context, token) =>
            Json(context, $$"""{"name":"{{new string('a', 50)}}{{token}}"}""")),
        new("a member, cut within an escape", (context, token) =>
            Json(context, $$"""{"name":"{{new string('a', 20)}}{{Escaped(token)}}"}""")),
        new("a member, percent-encoded", (context, token) => Json(context, $$"""{"name":"{{Uri.EscapeDataString(token)}}"}""")),
        new("a member, base64", (context, token) => Json(context, $$"""{"name":"{{Base64(token)}}"}""")),
        new("a member, base64 with a user", (context, token) => Json(context, $$"""{"name":"{{Base64($"me:{token}")}}"}""")),
        new("a member, base64 in JSON", (context, token) => Json(context, $$"""{"name":"{{Base64($$"""{"t":"{{token}}"}""")}}"}""")),
        new("JSON in JSON", (context, token) => Json(context, $$"""{"name":"{\"t\":\"{{Escaped(token).Replace("\\", "\\\\")}}\"}"}""")),
        new("HTML", (context, token) => Text(context, "text/html", $"<p>{WebUtility.HtmlEncode(token)}</p>")),
        new("HTML with entities", (context, token) => Text(context, "text/html", $"<p>{Entities(token)}</p>")),
        new("a body that is not UTF-8", (context, token) => Bytes(context, [0xFF, .. Encoding.ASCII.GetBytes(token)])),
        new("a broken body", (context, token) => Json(context, $$"""{"name":"{{token}}" """)),
        new("a problem", (context, token) => Text(context, "application/problem+json", $$"""{"detail":"{{token}}"}""", 500)),
        new("the media type", (context, token) => Text(context, $"text/{Uri.EscapeDataString(token)}", "x")),
        new("the media type's parameter", (context, token) => Text(context, $"application/json; t=\"{token}\"", "[]")),
        new("a header", (context, token) => Header(context, "X-Echo", $"token {token}")),
        new("a header's name", (context, token) => Header(context, $"X-{Uri.EscapeDataString(token)}", "1")),
        new("a cookie", (context, token) => Header(context, "Set-Cookie", $"t={token}; Path=/")),
        new("a redirect", (context, token) => Redirect(context, $"/login?t={token}")),
        new("a redirect, percent-encoded", (context, token) => Redirect(context, $"/login?t={Uri.EscapeDataString(token)}")),
        new("a redirect, percent-encoded in lower case", (context, token) => Redirect(context, $"/login?t={Percent(token, "x2")}")),
        new("a redirect, percent-encoded twice", (context, token) =>
            Redirect(context, $"/login?t={Uri.EscapeDataString(Uri.EscapeDataString(token))}")),
        new("a redirect with a user", (context, token) => Redirect(context, $"http://me:{Uri.EscapeDataString(token)}@host.example/")),
        new("the reason phrase", (context, token) => Reason(context, 500, $"No {token}")),
        new("the reason phrase of a refusal", (context, token) => Reason(context, 422, $"No {token}")),
        new("a generated member", (context, _) => Json(context, $$"""{"name":"x","code":"{{Generated}}"}""")),
        new("generated elements", (context, _) => Json(context, $$"""{"name":"x","codes":["{{Generated}}","{{Generated}}"]}""")),
        new("a generated object", (context, _) =>
            Json(context, $$$"""{"name":"x","vault":{"id":"{{{Generated}}}","more":["{{{Generated}}}"]}}""")),
        new("a generated value of a map", (context, _) => Json(context, $$$"""{"name":"x","map":{"any":"{{{Generated}}}"}}""")),
        new("a generated member by a pattern", (context, _) => Json(context, $$$"""{"name":"x","named":{"p_x":"{{{Generated}}}"}}""")),
        new("a generated alternative", (context, _) => Json(context, $$"""{"name":"x","either":"{{Generated}}"}""")),
        new("a generated text", (context, _) => Text(context, "text/plain", Generated)),
        new("a generated header", (context, _) => Header(context, "X-Pin", Generated)),
        new("a well-known header", (context, _) => Header(context, "X-Auth-Token", Generated)),
        new("a well-known member", (context, _) => Json(context, $$"""{"name":"too long","access_token":"{{Generated}}"}""")),
        new("a generated secret beside its copy", (context, _) =>
            Json(context, $$"""{"name":"{{Generated}}","code":"{{Generated}}"}""")),
        new("an id", (context, token) => Made(context, $$"""{"id":"{{token}}"}""")),
        new("an id with text around it", (context, token) => Made(context, $$"""{"id":"made-{{token}}.1"}""")),
        new("an id, JSON-escaped", (context, token) => Made(context, $$"""{"id":"{{Escaped(token)}}"}""")),
        new("an id, percent-encoded", (context, token) => Made(context, $$"""{"id":"{{Percent(token, "x2")}}"}""")),
        new("an id, base64", (context, token) => Made(context, $$"""{"id":"{{Base64(token)}}"}""")),
        new("an id, compressed", (context, token) => Made(context, $$"""{"id":"{{token}}"}""", isCompressed: true)),
        new("an id beside a secret", (context, _) => Made(context, $$"""{"id":"{{Generated}}","code":"{{Generated}}"}""")),
        new("an id beside a well-known header", (context, _) =>
        {
            context.Response.Headers["X-Auth-Token"] = Generated;
            return Made(context, $$"""{"id":"{{Generated}}"}""");
        }),
        new("a created location", (context, token) => Made(context, """{"id":"9"}""", $"/made/{Uri.EscapeDataString(token)}")),
        new("a secret in a created location", (context, _) => Made(context, """{"id":"9"}""", $"/made/9?access_token={Generated}")),
        new("a key in a created location", (context, _) => Made(context, """{"id":"9"}""", $"/made/9?api_key={Generated}&page=2")),
    ];

    public override string ToString() => Form;

    /// <summary>The token of a request; empty where it has none.</summary>
    public static string TokenOf(HttpContext context) => context.Request.Headers.Authorization.ToString().Split(' ')[^1];

    private static Task Json(HttpContext context, string json) => Server.JsonAsync(context, 200, json);

    /// <summary>Creates a resource that can be neither read nor deleted.</summary>
    private static async Task Made(HttpContext context, string json, string? location = null, bool isCompressed = false)
    {
        if (context.Request.Method != "POST")
        {
            await Server.JsonAsync(context, 500, """{"error":"no"}""");
            return;
        }

        context.Response.StatusCode = 201;
        context.Response.ContentType = "application/json";
        if (location is not null)
        {
            context.Response.Headers.Location = location;
        }

        if (!isCompressed)
        {
            await context.Response.WriteAsync(json);
            return;
        }

        context.Response.Headers.ContentEncoding = "gzip";
        await using var compressed = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
        await compressed.WriteAsync(Encoding.UTF8.GetBytes(json));
    }

    private static async Task Text(HttpContext context, string contentType, string text, int status = 200)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.ContentType = contentType;
        await context.Response.WriteAsync(text);
    }

    private static async Task Bytes(HttpContext context, byte[] bytes)
    {
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(bytes);
    }

    private static Task Header(HttpContext context, string name, string value)
    {
        context.Response.Headers.Append(name, value);
        return Json(context, """{"name":"too long"}""");
    }

    private static Task Redirect(HttpContext context, string location)
    {
        context.Response.Headers.Location = location;
        return Server.StatusAsync(context, 302);
    }

    private static Task Reason(HttpContext context, int status, string reason)
    {
        context.Features.Get<IHttpResponseFeature>()!.ReasonPhrase = reason;
        return Server.StatusAsync(context, status);
    }

    private static string Escaped(string text) => string.Concat(text.Select(letter => $"\\u{(int)letter:x4}"));

    private static string Percent(string text, string format) =>
        string.Concat(text.Select(letter => "%" + ((int)letter).ToString(format, System.Globalization.CultureInfo.InvariantCulture)));

    private static string Entities(string text) => string.Concat(text.Select(letter => $"&#x{(int)letter:x};"));

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
