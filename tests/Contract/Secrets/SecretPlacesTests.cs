using System.Text;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Secrets;
using SocialContract.Contract.Tests.Reading;

namespace SocialContract.Contract.Tests.Secrets;

/// <summary>The same name is a secret at one place of a document and none at another.</summary>
public sealed class SecretPlacesTests
{
    private static readonly ContractDescription Api = Loading.Loaded("""
        openapi: 3.1.0
        info: { title: T, version: '1' }
        servers: [{ url: https://a.example/v1 }]
        paths:
          /orders/{code}:
            get:
              parameters:
                - { name: code, in: path, required: true, schema: { type: string } }
                - { name: code, in: query, schema: { type: integer } }
              responses:
                '200':
                  description: an order
                  content: { application/json: { schema: { type: object, properties: { code: { type: integer } } } } }
          /logins/me: { get: { responses: { '204': { description: none } } } }
          /logins/{code}:
            parameters: [{ name: code, in: path, required: true, x-secret: true, schema: { type: string } }]
            delete: { responses: { '204': { description: none } } }
            put:
              parameters: [{ name: code, in: query, x-secret: true, schema: { type: string } }]
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Login' } } } }
              responses: { '204': { description: none } }
          /keyed:
            get:
              parameters: [{ name: any, in: query, schema: { $ref: '#/components/schemas/Keyed' } }]
              responses: { '204': { description: none } }
            post:
              requestBody:
                content:
                  application/json: { schema: { properties: { keyed: { $ref: '#/components/schemas/Keyed' } } } }
              responses: { '204': { description: none } }
        components:
          schemas:
            Keyed: { type: object, properties: { known: {} }, propertyNames: { x-secret: true } }
            Login:
              type: object
              properties: { code: { type: string, x-secret: true }, name: { type: string }, pair: { type: array, prefixItems: [{}, { x-secret: true }] }, list: { type: array, items: [{}, { x-secret: true }] } }
        """);

    private static readonly Redactor Redactor = Redactor.Of(Api);

    [Theory]
    [InlineData("GET", "/orders/12?code=3", "/orders/12?code=3")]
    [InlineData("GET", "/v1/orders/12?code=3", "/v1/orders/12?code=3")]
    [InlineData("GET", "/logins/me", "/logins/me")]
    [InlineData("DELETE", "/logins/me", "/logins/(redacted)")]
    [InlineData("DELETE", "/v1/logins/12", "/v1/logins/(redacted)")]
    [InlineData("POST", "/logins/12?x=1", "/logins/(redacted)?x=1")]
    [InlineData("PUT", "/logins/1%2F2?code=3&name=4", "/logins/(redacted)?code=(redacted)&name=4")]
    [InlineData("PUT", "https://me:pw@a.example/v1/logins/12", "https://(redacted)@a.example/v1/logins/(redacted)")]
    [InlineData("GET", "/LOGINS/12/x", "/LOGINS/(redacted)/(redacted)")]
    [InlineData("GET", "//logins/12", "//logins/(redacted)")]
    [InlineData("GET", "/logins/./12", "/logins/(redacted)/(redacted)")]
    [InlineData("GET", "/logins%2F12/x", "/(redacted)/(redacted)")]
    [InlineData("GET", "/logins;v=1/12", "/logins;v=1/(redacted)")]
    [InlineData("GET", "/v9/login/12", "/v9/login/(redacted)")]
    [InlineData("GET", "/orders/12/13?%2563ode=1", "/orders/12/13?%2563ode=(redacted)")]
    [InlineData("GET", "/keyed?12=3&known=4", "/keyed?(redacted)=(redacted)&known=(redacted)")]
    [InlineData("GET", "/nowhere/12?code=3", "/nowhere/12?code=(redacted)")]
    public void A_target_hides_what_its_operation_calls_secret(string method, string target, string shown) =>
        Redactor.Target(method, target).ShouldBe(shown);

    [Fact]
    public void Of_an_unknown_path_that_takes_long_to_compare_all_that_follows_is_hidden()
    {
        var paths = string.Concat(Enumerable.Range(0, 2_000).Select(index =>
            $"  /account-number-{index:D4}/{{code}}: {{ parameters: [{{ name: code, in: path, required: true, x-secret: true }}] }}\n"
                .Replace("}] }", "}], get: { responses: { '204': { description: none } } } }", StringComparison.Ordinal)));
        var redactor = Redactor.Of(Loading.Loaded($"openapi: 3.1.0\ninfo: {{ title: T, version: '1' }}\npaths:\n{paths}"));
        var segments = string.Concat(Enumerable.Range(0, 50).Select(index => $"/zzzzzzzzzzzzzzzz{index:D3}"));

        var shown = redactor.Target("GET", segments);

        shown.ShouldStartWith("/zzzzzzzzzzzzzzzz000/zzzzzzzzzzzzzzzz001/");
        shown.ShouldEndWith("/(redacted)/(redacted)");
    }

    [Fact]
    public void A_body_hides_what_its_operation_calls_secret()
    {
        Shown("PUT", "/logins/1", """{"code":"a","name":"b","pair":["c","d"],"list":["c","d"],"else":1}""")
            .ShouldBe("""{"code":"(redacted)","name":"b","pair":["c","(redacted)"],"list":["c","(redacted)"],"else":1}""");
        Response("""{"code":12}""").ShouldBe("""{"code":12}""");
        Response("""{"code":12,"more":{"code":"s"}}""").ShouldBe("""{"code":12,"more":{"code":"(redacted)"}}""");
    }

    [Fact]
    public void A_secret_is_removed_where_the_message_repeats_it()
    {
        var request = new RequestMessage("DELETE", "/logins/sesame-1?name=sesame-1", [new("X-Note", "for sesame-1")]);

        var shown = Redactor.Request(request);

        shown.Target.ShouldBe("/logins/(redacted)?name=(redacted)");
        shown.Headers["X-Note"].ShouldBe("for (redacted)");
        Redactor.Knowing(request).Text("found \"sesame-1\"").ShouldBe("found \"(redacted)\"");
    }

    [Theory]
    [InlineData("/keyed?note=sesame-42", "/keyed?note=(redacted)")]
    [InlineData("/keyed?note=SESAME-42", "/keyed?note=(redacted)")]
    [InlineData("/keyed?note=%73esame-42", "/keyed?note=(redacted)")]
    [InlineData("/keyed?note=sesame", "/keyed?note=sesame")]
    public void A_copy_of_a_secret_is_not_in_the_target_that_is_logged(string target, string shown)
    {
        var header = new RequestMessage("POST", target, [new("X-Api-Key", "sesame-42")]);
        var body = Json(target, """{"keyed":{"known":"sesame-42"}}""");
        var name = Json(target, """{"keyed":{"sesame-42":1}}""");

        foreach (var request in (RequestMessage[])[header, body, name])
        {
            Redactor.KnowingCopies(request).Target("POST", target).ShouldBe(shown);
        }
    }

    [Fact]
    public void A_secret_of_the_target_is_not_elsewhere_in_it()
    {
        const string Target = "/logins/sesame-42?name=sesame-42";

        Redactor.KnowingCopies(new RequestMessage("DELETE", Target)).Target("DELETE", Target)
            .ShouldBe("/logins/(redacted)?name=(redacted)");
    }

    [Fact]
    public void For_a_request_without_copies_nothing_more_is_searched_for()
    {
        Redactor.KnowingCopies(new RequestMessage("GET", "/orders/12?code=3")).ShouldBeSameAs(Redactor);
        Redactor.KnowingCopies(new RequestMessage("GET", "/orders/12", [new("X-Api-Key", "sesame-42")])).ShouldBeSameAs(Redactor);
    }

    [Fact]
    public void A_secret_name_of_a_member_is_removed_where_the_message_repeats_it_and_a_name_of_the_document_is_not()
    {
        var shown = Redactor.Request(Json("/keyed?note=sesame-42&other=known", """{"keyed":{"sesame-42":1,"known":2}}"""));

        shown.Target.ShouldBe("/keyed?note=(redacted)&other=known");
        Encoding.UTF8.GetString(shown.Body.Span).ShouldBe("""{"keyed":"(redacted)"}""");
    }

    [Theory]
    [InlineData("Location", "/logins/12", "/logins/(redacted)")]
    [InlineData("Link", "</v1/logins/12>; rel=self, </orders/3>; rel=next", "</v1/logins/(redacted)>; rel=self, </orders/3>; rel=next")]
    [InlineData("X-Auth-Token", "abc", "(redacted)")]
    [InlineData("X-Secret-Note", "one two", "one two")]
    [InlineData("Authorization", "Bearer abc", "Bearer (redacted)")]
    [InlineData("X-Api-Key", "correct horse", "(redacted)")]
    public void A_header_hides_secrets_in_its_URLs(string name, string value, string shown) => Redactor.Header(name, value).ShouldBe(shown);

    private static string Shown(string method, string target, string body) => Encoding.UTF8.GetString(Redactor
        .Request(new RequestMessage(method, target, [new("Content-Type", "application/json")], Encoding.UTF8.GetBytes(body))).Body.Span);

    private static RequestMessage Json(string target, string body) =>
        new("POST", target, [new("Content-Type", "application/json")], Encoding.UTF8.GetBytes(body));

    private static string Response(string body) => Encoding.UTF8.GetString(Redactor.Response(
        new ResponseMessage(200, [new("Content-Type", "application/json")], Encoding.UTF8.GetBytes(body)), Api.Operations[0]).Body.Span);

    /// <summary>Such a value is read as an object, whose members are pairs of the query.</summary>
    [Theory]
    [InlineData("patternProperties: { '^p_': { x-secret: true } }")]
    [InlineData("properties: { p_x: { x-secret: true } }")]
    [InlineData("additionalProperties: { x-secret: true }")]
    [InlineData("minProperties: 1, additionalProperties: { x-secret: true }")]
    public void A_pair_of_an_exploded_object_without_a_type_is_not_shown(string schema) => Redactor.Of(Loading.Loaded($$"""
        openapi: 3.1.0
        info: { title: T, version: '1' }
        paths:
          /x:
            get:
              parameters: [{ name: map, in: query, style: form, explode: true, schema: { {{schema}} } }]
              responses: { '204': { description: none } }
        """)).Target("GET", "/x?p_x=hunter22").ShouldBe("/x?p_x=(redacted)");
}
