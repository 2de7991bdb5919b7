using System.Net.Http.Headers;
using System.Text;

namespace SocialContract.MockServer.Tests.Secrets;

/// <summary>A request that has <see cref="Value"/> at a secret place of <see cref="Document"/>.</summary>
/// <param name="Form">The place and the encoding in words.</param>
public sealed record SecretRequest(string Form, string Method, string Target, string Body = "", string ContentType = "", string Header = "")
{
    /// <summary>Stands in no encoding of itself but base64 other than as it is.</summary>
    public const string Value = "93f7c2d85e";

    public const string Document = """
        openapi: 3.1.0
        info: { title: Secrets, version: '1' }
        paths:
          /sessions/{session}/notes/{note}:
            parameters:
              - { name: session, in: path, required: true, x-secret: true, schema: { type: string, maxLength: 5 } }
              - { name: note, in: path, required: true, schema: { type: integer } }
            get: { responses: { '204': { description: none } } }
          /files/{name}.{key}:
            get:
              parameters:
                - { name: name, in: path, required: true, schema: { type: string } }
                - { name: key, in: path, required: true, schema: { type: string, x-secret: true } }
              responses: { '204': { description: none } }
          /vaults/{label}:
            get:
              parameters: [{ name: label, in: path, required: true, style: label, x-secret: true, schema: { type: string } }]
              responses: { '204': { description: none } }
          /vaults/{vault}/{keys}:
            get:
              parameters:
                - { name: vault, in: path, required: true, style: matrix, explode: true, x-secret: true, schema: { type: object, properties: { pin: { type: string }, n: { type: integer } } } }
                - { name: keys, in: path, required: true, x-secret: true, schema: { type: array, maxItems: 1, items: { type: string } } }
              responses: { '204': { description: none } }
          /search:
            get:
              security: [{ inQuery: [] }, {}]
              parameters:
                - { name: pin, in: query, x-secret: true, schema: { type: integer } }
                - { name: phrase, in: query, schema: { type: string, format: password } }
                - { name: codes, in: query, schema: { type: array, items: { $ref: '#/components/schemas/Code' } } }
                - { name: piped, in: query, style: pipeDelimited, explode: false, schema: { type: array, items: { $ref: '#/components/schemas/Code' } } }
                - { name: spaced, in: query, style: spaceDelimited, explode: false, schema: { type: array, items: { $ref: '#/components/schemas/Code' } } }
                - { name: auth, in: query, style: deepObject, x-secret: true, schema: { type: object, properties: { nested: { type: object }, id: { type: integer } } } }
                - name: filter
                  in: query
                  style: deepObject
                  schema: { type: object, properties: { page: { type: integer }, code: { $ref: '#/components/schemas/Code' } } }
                - { name: flat, in: query, style: form, explode: false, schema: { type: object, properties: { code: { $ref: '#/components/schemas/Code' } } } }
                - { name: exploded, in: query, style: form, explode: true, x-secret: true, schema: { type: object, properties: { left: { type: string }, right: { type: integer } } } }
                - name: query
                  in: query
                  content: { application/json: { schema: { type: object, properties: { code: { $ref: '#/components/schemas/Code' }, n: { type: integer } } } } }
                - { name: page, in: query, schema: { type: integer } }
                - { name: X-Pin, in: header, schema: { type: integer, x-secret: true } }
                - { name: X-Parts, in: header, schema: { type: object, properties: { pin: { $ref: '#/components/schemas/Code' } } } }
                - { name: crumb, in: cookie, schema: { type: integer, x-secret: true } }
              responses: { '204': { description: none } }
          /login:
            post:
              security: [{ inHeader: [] }, { basic: [] }, { inCookie: [] }, {}]
              requestBody:
                required: true
                content:
                  application/json: { schema: { $ref: '#/components/schemas/Login' } }
                  application/x-www-form-urlencoded: { schema: { $ref: '#/components/schemas/Login' } }
                  multipart/form-data: { schema: { $ref: '#/components/schemas/Login' } }
                  text/plain: { schema: { type: string, maxLength: 3, x-secret: true } }
                  application/xml: { schema: { $ref: '#/components/schemas/Login' } }
              responses: { '204': { description: none } }
        components:
          securitySchemes:
            inQuery: { type: apiKey, in: query, name: session_id }
            inHeader: { type: apiKey, in: header, name: X-Session }
            inCookie: { type: apiKey, in: cookie, name: sid }
            basic: { type: http, scheme: basic }
          schemas:
            Code: { type: string, maxLength: 4, x-secret: true }
            Login:
              type: object
              properties:
                name: { type: string, maxLength: 5 }
                code: { $ref: '#/components/schemas/Code' }
                codes: { type: array, uniqueItems: true, items: { $ref: '#/components/schemas/Code' } }
                vault: { type: object, x-secret: true, properties: { id: { type: integer } }, additionalProperties: false }
                map: { type: object, additionalProperties: { $ref: '#/components/schemas/Code' } }
                named: { type: object, patternProperties: { ^p_: { $ref: '#/components/schemas/Code' } }, properties: { q: { type: integer } } }
                either: { oneOf: [{ type: integer }, { allOf: [{ $ref: '#/components/schemas/Code' }] }] }
                keyed: { type: object, additionalProperties: { type: integer }, propertyNames: { allOf: [{ $ref: '#/components/schemas/Code' }] } }
                tuple: { type: array, prefixItems: [{ type: integer }, { $ref: '#/components/schemas/Code' }] }
        """;

    private static readonly string Many = string.Concat(Enumerable.Range(0, 600).Select(code => $",\"c{code:D4}zz\""));

    private static readonly string Basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"me:{Value}"));

    private const string UrlEncoded = "application/x-www-form-urlencoded";
    private const string Multipart = "multipart/form-data; boundary=b";

    public static IReadOnlyList<SecretRequest> All { get; } =
    [
        new("a path parameter", "GET", $"/sessions/{Value}/notes/1"),
        new("a path parameter, percent-encoded", "GET", $"/sessions/{Encoded(Value)}/notes/x"),
        new("a path parameter beside a literal", "GET", $"/files/a.{Value}"),
        new("a path parameter of a 405", "PATCH", $"/sessions/{Value}/notes/1"),
        new("a path parameter of a preflight", "OPTIONS", $"/sessions/{Value}/notes/1", Header: "Access-Control-Request-Method: GET"),
        new("a path parameter with a trailing slash", "GET", $"/sessions/{Value}/notes/1/"),
        new("a path parameter of a longer path", "GET", $"/sessions/{Value}/notes/1/more"),
        new("a path parameter of a shorter path", "GET", $"/v2/sessions/{Value}"),
        new("a path parameter of a misspelt path", "GET", $"/session/{Value}/notes/1"),
        new("a query parameter", "GET", $"/search?page=x&pin={Value}"),
        new("a query parameter, its name percent-encoded", "GET", $"/search?p%69n={Value}"),
        new("a query parameter, repeated", "GET", $"/search?pin=1&pin={Value}"),
        new("a query parameter, percent-encoded", "GET", $"/search?pin={Encoded(Value)}"),
        new("a query parameter beside its copy", "GET", $"/search?page={Value}&pin={Value}"),
        new("a query parameter beside its copy, percent-encoded", "GET", $"/search?page={Encoded(Value)}&pin={Value}"),
        new("a query parameter after another question mark", "GET", $"/search??pin={Value}"),
        new("a query parameter after a name and a question mark", "GET", $"/search?page?pin={Value}"),
        new("a query parameter after a space", "GET", $"/search?+pin={Value}&%20pin={Value}"),
        new("a query parameter before a space and a NUL", "GET", $"/search?pin+={Value}&pin%00={Value}"),
        new("a query parameter after a semicolon", "GET", $"/search?page=1;pin={Value}"),
        new("a header beside its copy in the path", "GET", $"/nowhere/{Value}", Header: $"X-Pin: {Value}"),
        new("a bearer token beside its copy", "GET", $"/search?page={Value}", Header: $"Authorization: Bearer {Value}"),
        new("a member beside its copy in the query", "POST", $"/login?page={Value}", $$"""{"code":"{{Value}}"}""", "application/json"),
        new("a query parameter of a 405", "PUT", $"/search?pin={Value}"),
        new("a query parameter of a 404", "GET", $"/nowhere?pin={Value}"),
        new("a password of a query", "GET", $"/search?phrase={Value}&page=x"),
        new("an array", "GET", $"/search?codes={Value}&codes=b"),
        new("an array with brackets", "GET", $"/search?codes[]={Value}&codes%5B0%5D={Value}"),
        new("an array with pipes", "GET", $"/search?piped=a|{Value}"),
        new("an array with spaces", "GET", $"/search?spaced=a%20{Value}"),
        new("a deep object", "GET", $"/search?auth[id]={Value}"),
        new("a deep object, nested", "GET", $"/search?auth[codes][]={Value}&auth%5Bnested%5D%5Bvalue%5D={Value}"),
        new("a deep object, after a stray bracket", "GET", $"/search?[auth][id]={Value}"),
        new("a name in a deep object beside its copy", "GET", $"/search?auth[{Value}]=1&page={Value}"),
        new("a name in a deep object without a value", "GET", $"/search?auth[{Value}]"),
        new("a name in a deep object", "GET", $"/search?auth[{Value}]=1"),
        new("a member of a deep object", "GET", $"/search?filter[code]={Value}&filter[page]=x"),
        new("a form object in one value", "GET", $"/search?flat=code,{Value}"),
        new("a name in an exploded object", "GET", $"/search?{Value}=1"),
        new("a name in an exploded object without a value", "GET", $"/search?{Value}"),
        new("a name in an exploded object beside its copy", "GET", $"/search?{Value}=1&page={Value}"),
        new("a list in a query beside its copy", "GET", $"/search?piped=a|{Value}&page={Value}"),
        new("a form object beside its copy", "GET", $"/search?flat=code,{Value}&page={Value}"),
        new("JSON in a query beside its copy", "GET", $"/search?query=%7B%22code%22%3A%22{Value}%22%7D&page={Value}"),
        new("a member in a header beside its copy", "GET", $"/search?page={Value}", Header: $"X-Parts: pin,{Value}"),
        new("a cookie beside its copy", "GET", $"/search?page={Value}", Header: $"Cookie: theme=x; crumb={Value}"),
        new("a quoted cookie beside its copy", "GET", $"/search?page={Value}", Header: $"Cookie: crumb=\"{Value}\""),
        new("a list in a path beside its copy", "GET", $"/vaults/;pin=1/a,{Value}?page={Value}"),
        new("a matrix in a path beside its copy", "GET", $"/vaults/;pin={Value};n=1/a?page={Value}"),
        new("a label in a path beside its copy", "GET", $"/vaults/.{Value}?page={Value}"),
        new("a matrix of a preflight", "OPTIONS", $"/vaults/;n=1;pin={Value}/a?page={Value}", Header: "Access-Control-Request-Method: GET"),
        new("a parameter of credentials", "GET", $"/search?page={Value}", Header: $"Authorization: Token a=\"1\", b=\"{Value}\""),
        new("a token of an unknown scheme", "GET", $"/search?page={Value}", Header: $"Authorization: Foo {Value}"),
        new("a member of a cut body beside its copy", "POST", $"/login?page={Value}", $$"""{"codes":["{{Value}}"]""", "application/json"),
        new("one of many beside its copy", "POST", $"/login?page={Value}", $"{{\"codes\":[\"{Value}\"{Many}]}}", "application/json"),
        new("a copy after a hash", "GET", $"/search?page=x#pin={Value}"),
        new("a password beside its copy", "GET", $"/search?page={Value}", Header: $"Authorization: Basic {Basic}"),
        new("an exploded object", "GET", $"/search?left={Value}&right={Value}"),
        new("JSON in a query", "GET", $"/search?query=%7B%22code%22%3A%22{Value}%22%2C%22n%22%3A%22x%22%7D"),
        new("a key of a security scheme in the query", "GET", $"/search?session_id={Value}&page=x"),
        new("a well-known name", "GET", $"/search?access_token={Value}&page=x"),
        new("a well-known name in other letters", "GET", $"/search?Api-Key={Value}&page=x"),
        new("a header", "GET", "/search", Header: $"X-Pin: {Value}"),
        new("a member in a header", "GET", "/search?page=x", Header: $"X-Parts: pin,{Value}"),
        new("a cookie", "GET", "/search", Header: $"Cookie: crumb={Value}"),
        new("a well-known header", "GET", "/search?page=x", Header: $"X-Refresh-Token: {Value}"),
        new("a bearer token", "GET", "/search?page=x", Header: $"Authorization: Bearer {Value}"),
        new("a key of a security scheme in a header", "POST", "/login", "[]", "application/json", $"X-Session: {Value}"),
        new("a key of a security scheme in a cookie", "POST", "/login", "[]", "application/json", $"Cookie: sid={Value}"),
        new("a member", "POST", "/login", $$"""{"code":"{{Value}}","name":"too long"}""", "application/json"),
        new("a member, JSON-escaped", "POST", "/login", $$$"""{"code":"{{{Escaped(Value)}}}"}""", "application/json"),
        new("elements", "POST", "/login", $$"""{"codes":["{{Value}}","{{Value}}"]}""", "application/json"),
        new("a secret object", "POST", "/login", $$$"""{"vault":{"id":"{{{Value}}}","{{{Value}}}":"{{{Value}}}"}}""", "application/json"),
        new("a secret object's name, copied", "POST", $"/login?page={Value}", $$$"""{"vault":{"{{{Value}}}":1}}""", "application/json"),
        new("a value of a map", "POST", "/login", $$$"""{"map":{"any":"{{{Value}}}"}}""", "application/json"),
        new("a member by a pattern", "POST", "/login", $$$"""{"named":{"p_x":"{{{Value}}}"}}""", "application/json"),
        new("an alternative", "POST", "/login", $$"""{"either":"{{Value}}"}""", "application/json"),
        new("an element by its position", "POST", "/login", $$"""{"tuple":[1,"{{Value}}"]}""", "application/json"),
        new("a member's name", "POST", "/login", $$$"""{"keyed":{"{{{Value}}}":"x"}}""", "application/json"),
        new("a member's name that is too long", "POST", "/login", $$$"""{"keyed":{"{{{Value}}}":1}}""", "application/json"),
        new("a member's name in a form", "POST", "/login", $"keyed[{Value}]=x", UrlEncoded),
        new("JSON as a form, with half a character", "POST", "/login", $$"""{"code":"{{Value}}\ud800"}""", UrlEncoded),
        new("a form, after a stray bracket", "POST", "/login", $"[vault][id]={Value}", UrlEncoded),
        new("a form, after a closing bracket", "POST", "/login", $"vault]id={Value}", UrlEncoded),
        new("a name in a form beside its copy", "POST", $"/login?page={Value}", $"vault[{Value}]=1", UrlEncoded),
        new("JSON in a form beside its copy", "POST", $"/login?page={Value}", $$"""vault={"id":"{{Value}}"}""", UrlEncoded),
        new("a member of a broken body", "POST", "/login", $$"""{"code":"{{Value}}",""", "application/json"),
        new("a form", "POST", "/login", $"name=too+long&code={Value}&vault[id]={Value}&map[x]={Value}", UrlEncoded),
        new("a form in parts", "POST", "/login", Part("code") + "--b--\r\n", Multipart),
        new("a form in parts, after a file's name", "POST", $"/login?page={Value}", Part("x", "code") + "--b--\r\n", Multipart),
        new(
            "JSON in a form in parts, beside its copy",
            "POST",
            $"/login?page={Value}",
            Part("vault").Replace(Value, $$"""{"id":"{{Value}}"}""") + "--b--\r\n",
            Multipart),
        new(
            "a name of JSON in a form in parts, beside its copy",
            "POST",
            $"/login?page={Value}",
            Part("vault").Replace(Value, $$"""{"{{Value}}":1}""") + "--b--\r\n",
            Multipart),
        new(
            "a form in parts, with line feeds alone",
            "POST",
            $"/login?page={Value}",
            Part("code").Replace("\r", "") + "--b--\n",
            Multipart),
        new("a whole text", "POST", "/login", Value, "text/plain"),
        new("XML", "POST", "/login", $"<login><code>{Value}</code></login>", "application/xml"),
        new("a body without its media type", "POST", "/login", $$"""{"code":"{{Value}}"}""", "application/unknown"),
    ];

    public HttpRequestMessage ToMessage(Uri mock)
    {
        var options = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        var request = new HttpRequestMessage(new HttpMethod(Method), new Uri(mock.ToString().TrimEnd('/') + Target, options));
        if (Body.Length > 0)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body));
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(ContentType);
        }

        if (Header.Split(": ", 2) is [var name, var value])
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Headers.TryAddWithoutValidation("Origin", "http://localhost:3000");
        return request;
    }

    public override string ToString() => Form;

    private static string Encoded(string value) => string.Concat(value.Select(letter => $"%{(int)letter:x2}"));

    private static string Escaped(string value) => string.Concat(value.Select(letter => $"\\u{(int)letter:X4}"));

    private static string Part(string fileName, string name) =>
        $"--b\r\nContent-Disposition: form-data; filename=\"{fileName}\"; name=\"{name}\"\r\n\r\n{Value}\r\n";

    private static string Part(string name) =>
        $"--b\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{Value}\r\n";
}
