using System.Net;
using System.Text;

namespace SocialContract.MockServer.Tests.Responding;

public sealed class BrokenResponseTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: T, version: '1' }
        paths:
          /broken-example:
            get:
              responses:
                '200':
                  description: ok
                  content: { application/json: { schema: { type: object, required: [id] }, example: { name: no id } } }
          /broken-schema:
            post:
              requestBody: { content: { application/json: { schema: { type: obj } } } }
              responses: { '204': { description: none } }
          /no-errors:
            post:
              requestBody:
                required: true
                content: { application/json: { schema: { type: object, properties: { size: { type: integer, maximum: 5 }, colour: { enum: [red, green] } } } } }
              responses: { '204': { description: none } }
          /generated:
            get:
              responses:
                '200':
                  description: ok
                  headers: { X-Rate: { required: true, schema: { type: integer, minimum: 3, maximum: 3 } } }
                  content: { application/json: { schema: { type: object, required: [code], properties: { code: { type: string, pattern: '^[A-Z]{3}-[0-9]{4}$' } } } } }
        """;

    [Fact]
    public async Task A_response_that_breaks_the_document_is_sent_and_reported()
    {
        using var document = new TemporaryDocument(Document);
        var exchanges = new RecordedExchanges();
        await using var mock = await MockHost.StartAsync(new MockOptions { Document = document.Path, Sinks = [exchanges] }, Http.Cancelled);
        using var client = new HttpClient { BaseAddress = mock.Url };

        using var response = await client.GetAsync("/broken-example", Http.Cancelled);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Header("X-Contract-Answer-Violations").ShouldBe(
            $"\"GET /broken-example/200/required/id\";instance=\"/body/id\";source=stated;at=\"{document.Path}:9\"");
        (await exchanges.Next()).Whole.ResponseViolations.ShouldHaveSingleItem().Rule.Property.ShouldBe("id");
    }

    [Fact]
    public async Task A_response_that_breaks_the_document_is_replaced_by_a_500_if_that_is_asked_for()
    {
        using var document = new TemporaryDocument(Document);
        await using var mock = await MockHost.StartAsync(
            new MockOptions { Document = document.Path, FailOnBrokenResponses = true }, Http.Cancelled);
        using var client = new HttpClient { BaseAddress = mock.Url };

        using var response = await client.GetAsync("/broken-example", Http.Cancelled);

        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await response.Json()).ShouldBeJson($$"""
            {
              "type": "about:blank", "title": "Internal Server Error", "status": 500,
              "detail": "The response that the document describes for this request breaks the document's own rules.",
              "violations": [{
                "rule": "GET /broken-example/200/required/id", "source": "stated", "file": "{{document.Path}}", "line": 9,
                "pointer": "/paths/~1broken-example/get/responses/200/content/application~1json/schema/required/0",
                "instance": "/body/id", "expected": "the member \"id\"", "found": "nothing"
              }]
            }
            """);
    }

    [Fact]
    public async Task An_operation_whose_schema_cannot_be_compiled_responds_with_501_and_the_others_are_served()
    {
        using var document = new TemporaryDocument(Document);
        await using var mock = await MockHost.StartAsync(document.Path, Http.Cancelled);
        using var client = new HttpClient { BaseAddress = mock.Url };

        using var broken = await client.PostAsync(
            "/broken-schema", new StringContent("{}", Encoding.UTF8, "application/json"), Http.Cancelled);
        using var fine = await client.GetAsync("/generated", Http.Cancelled);

        broken.StatusCode.ShouldBe(HttpStatusCode.NotImplemented);
        (await broken.Json()).ShouldBeJson($$"""
            {
              "type": "about:blank", "title": "Not Implemented", "status": 501,
              "detail": "The mock cannot validate the messages of this operation, because the document has faults.",
              "diagnostics": [{
                "code": "schema.uncompilable", "at": "{{document.Path}}:12:69",
                "pointer": "/paths/~1broken-schema/post/requestBody/content/application~1json/schema/type",
                "message": "Expected one of null, boolean, object, array, number, string and integer, found \"obj\". Correct the name."
              }]
            }
            """);
        fine.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_document_that_describes_no_error_gets_problem_details_that_name_each_rule_with_its_line()
    {
        using var document = new TemporaryDocument(Document);
        await using var mock = await MockHost.StartAsync(document.Path, Http.Cancelled);
        using var client = new HttpClient { BaseAddress = mock.Url };

        using var response = await client.PostAsync(
            "/no-errors",
            new StringContent("""{"size": 6, "colour": "gren"}""", Encoding.UTF8, "application/json"),
            Http.Cancelled);

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var violations = (await response.Json())["violations"]!.AsArray();
        violations.Count.ShouldBe(2);
        violations[0]!["instance"]!.GetValue<string>().ShouldBe("/body/size");
        violations[0]!["line"]!.GetValue<int>().ShouldBe(18);
        violations[1]!["nearest"]!.GetValue<string>().ShouldBe("green");
    }

    [Fact]
    public async Task Generated_data_satisfies_every_constraint()
    {
        using var document = new TemporaryDocument(Document);
        await using var mock = await MockHost.StartAsync(document.Path, Http.Cancelled);
        using var client = new HttpClient { BaseAddress = mock.Url };

        using var response = await client.GetAsync("/generated", Http.Cancelled);

        (await response.Json())["code"]!.GetValue<string>().ShouldMatch("^[A-Z]{3}-[0-9]{4}$");
        response.Header("X-Rate").ShouldBe("3");
        response.Header("X-Contract-Answer-Violations").ShouldBeNull();
    }

    [Fact]
    public async Task HEAD_gets_the_response_of_GET_without_the_body()
    {
        using var document = new TemporaryDocument(Document);
        await using var mock = await MockHost.StartAsync(document.Path, Http.Cancelled);
        using var client = new HttpClient { BaseAddress = mock.Url };

        using var get = await client.GetAsync("/generated", Http.Cancelled);
        using var head = await client.Exchange(new HttpRequestMessage(HttpMethod.Head, "/generated"));

        head.StatusCode.ShouldBe(HttpStatusCode.OK);
        head.Content.Headers.ContentLength.ShouldBe(get.Content.Headers.ContentLength);
        (await head.Text()).ShouldBeEmpty();
    }
}
