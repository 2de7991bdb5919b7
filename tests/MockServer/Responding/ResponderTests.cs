using System.Text;
using System.Text.Json.Nodes;
using SocialContract.Contract;
using SocialContract.Contract.AspNetCore.Hosting;
using SocialContract.Contract.Exchanges;
using SocialContract.Contract.Generation.Examples;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Reading;
using SocialContract.Contract.Validation;
using SocialContract.MockServer.Admin;
using SocialContract.MockServer.Responding;

namespace SocialContract.MockServer.Tests.Responding;

public sealed class ResponderTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: T, version: '1' }
        paths:
          /things:
            post:
              operationId: createThing
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [name] } } } }
              responses:
                '201':
                  description: made
                  headers: { Location: { schema: { type: string }, example: /things/1 } }
                  content: { application/json: { schema: { type: object, required: [id] }, example: { id: 1 } } }
                '422': { description: refused, content: { application/json: { schema: {}, example: no } } }
          /broken:
            get:
              responses:
                '201':
                  description: made
                  headers: { Location: { schema: { type: string }, example: /things/1 } }
                  content: { application/json: { schema: { type: object, required: [id] }, example: {} } }
          /__administrators:
            get: { responses: { '204': { description: none } } }
        """;

    private static readonly HeaderFields Json = [new("Content-Type", "application/json")];

    [Fact]
    public async Task A_valid_request_gets_the_documented_response_as_a_value()
    {
        var response = await Respond(new RequestMessage("POST", "/things", Json, """{"name":"a"}"""u8.ToArray()));

        response.Message.Status.ShouldBe(201);
        Text(response).ShouldBe("""{"id":1}""");
        response.Message.Headers["Location"].ShouldBe("/things/1");
        response.Operation!.Id.ShouldBe("createThing");
        response.Origin.ShouldBe(new ExchangeOrigin(ExchangeOriginKind.Contract, "example"));
        response.RequestViolations.ShouldBeEmpty();
        response.ResponseViolations.ShouldBeEmpty();
        response.Delay.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task A_request_that_breaks_a_rule_gets_the_documented_refusal_and_the_rule_is_named()
    {
        var response = await Respond(new RequestMessage("POST", "/things", Json, "{}"u8.ToArray()));

        response.Message.Status.ShouldBe(422);
        Text(response).ShouldBe("\"no\"");
        response.RequestViolations.ShouldHaveSingleItem().Rule.Property.ShouldBe("name");
        response.Message.Headers["X-Contract-Violations"].ShouldBe(
            "\"createThing/body/required/name\";instance=\"/body/name\";source=stated;at=\"openapi.yaml:7\"");
    }

    [Theory]
    [InlineData("/nowhere", "GET", 404, ExchangeOriginKind.Problem, "no such path")]
    [InlineData("/things", "GET", 405, ExchangeOriginKind.Problem, "no such method")]
    [InlineData("/things", "OPTIONS", 204, ExchangeOriginKind.Options, "options")]
    [InlineData("*", "OPTIONS", 204, ExchangeOriginKind.Options, "options")]
    [InlineData("/__admin/health", "GET", 200, ExchangeOriginKind.Admin, "health")]
    [InlineData("/__admin", "GET", 404, ExchangeOriginKind.Problem, "no such path")]
    [InlineData("/__administrators", "GET", 204, ExchangeOriginKind.Contract, "empty")]
    public async Task The_first_producer_that_has_a_response_gives_it(
        string path, string method, int status, ExchangeOriginKind kind, string label)
    {
        var response = await Respond(new RequestMessage(method, path, [new("Host", "localhost")]));

        response.Message.Status.ShouldBe(status);
        response.Origin.ShouldBe(new ExchangeOrigin(kind, label));
    }

    [Fact]
    public async Task A_broken_response_is_sent_with_the_rules_it_breaks()
    {
        var response = await Respond(new RequestMessage("GET", "/broken"));

        response.Message.Status.ShouldBe(201);
        response.ResponseViolations.ShouldHaveSingleItem().Rule.Property.ShouldBe("id");
        response.Message.Headers["X-Contract-Answer-Violations"].ShouldBe(
            "\"GET /broken/201/required/id\";instance=\"/body/id\";source=stated;at=\"openapi.yaml:20\"");
    }

    [Fact]
    public async Task A_response_that_is_refused_for_what_it_breaks_leaves_none_of_its_headers()
    {
        var response = await Respond(new RequestMessage("GET", "/broken"), refusesBrokenResponses: true);

        response.Message.Status.ShouldBe(500);
        response.Message.Headers["Location"].ShouldBeNull();
        response.Message.Headers["Content-Type"].ShouldBe("application/problem+json");
        response.Message.Headers["X-Contract-Answer"].ShouldBe("mock");
    }

    [Fact]
    public async Task A_delay_that_the_client_prefers_is_part_of_the_response()
    {
        var response = await Respond(new RequestMessage("GET", "/broken", [new("Prefer", "delay=800")]));

        response.Delay.ShouldBe(TimeSpan.FromMilliseconds(800));
        response.Message.Headers["Preference-Applied"].ShouldBe("delay=800");
    }

    [Theory]
    [InlineData("/things")]
    [InlineData("/nowhere")]
    public async Task Every_response_lets_a_page_of_another_origin_read_it(string path)
    {
        var response = await Respond(new RequestMessage("GET", path, [new("Origin", "http://localhost:3000")]));

        response.Message.Headers["Access-Control-Allow-Origin"].ShouldBe("http://localhost:3000");
        response.Message.Headers["Vary"].ShouldBe("Origin");
    }

    [Fact]
    public async Task A_problem_names_each_rule_with_its_place()
    {
        const string Undescribed = """
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths:
              /x:
                post:
                  operationId: make
                  requestBody:
                    content:
                      application/json:
                        schema: { type: object, properties: { colour: { enum: [red, green] } } }
                  responses: { '204': { description: none } }
            """;

        var response = await Respond(
            new RequestMessage("POST", "/x?a=b", Json, """{"colour":"gren"}"""u8.ToArray()), document: Undescribed);

        response.Message.Headers["Content-Type"].ShouldBe("application/problem+json");
        JsonNode.Parse(Text(response)).ShouldBeJson("""
            {
              "type": "about:blank", "title": "Unprocessable Entity", "status": 422,
              "detail": "/body/colour: expected one of \"red\", \"green\", found \"gren\"; did you mean green?", "instance": "/x",
              "violations": [{
                "rule": "make/body/colour/enum", "source": "stated", "file": "openapi.yaml", "line": 10,
                "pointer": "/paths/~1x/post/requestBody/content/application~1json/schema/properties/colour/enum",
                "instance": "/body/colour", "expected": "one of \"red\", \"green\"", "found": "\"gren\"", "nearest": "green"
              }]
            }
            """);
    }

    [Fact]
    public async Task What_a_request_sends_as_a_secret_is_in_no_problem()
    {
        const string Secretive = """
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths:
              /x:
                get:
                  parameters: [{ name: pin, in: query, x-secret: true, schema: { type: integer } }]
                  responses: { '204': { description: none } }
            """;

        var response = await Respond(new RequestMessage("GET", "/x?pin=hunter2"), document: Secretive);

        response.Message.Status.ShouldBe(422);
        Text(response).ShouldContain("(redacted)");
        Text(response).ShouldNotContain("hunter2");
    }

    private static async Task<MockResponse> Respond(
        RequestMessage request, bool refusesBrokenResponses = false, string document = Document)
    {
        var description = ContractLoader.LoadText(document, "openapi.yaml").ShouldBeOfType<LoadResult.Loaded>().Api;
        var responder = new Responder(
            new ServedContract(description, ResponseOptions.Default, []),
            [
                new AdminProducer(
                    new LocalAccess("127.0.0.1", [], name => name), new AdminToken(null, "127.0.0.1", name => name),
                    DocumentEndpoints.With(TimeProvider.System, [])),
                new ContractProducer(RequestValidationOptions.Default, 0, refusesBrokenResponses),
                new UnroutedProducer(),
            ],
            allowsOrigins: true);
        return await responder.RespondAsync(responder.Begin(request, responder.Contract));
    }

    private static string Text(MockResponse response) => Encoding.UTF8.GetString(response.Message.Body.Span);
}
