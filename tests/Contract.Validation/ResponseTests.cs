namespace SocialContract.Contract.Validation.Tests;

public sealed class ResponseTests
{
    private const string Document =
        """
        paths:
          /x:
            get:
              responses:
                '200':
                  description: Found
                  headers:
                    X-Total: { required: true, schema: { type: integer } }
                    X-Kinds: { schema: { type: array, items: { type: string, enum: [a, b] } } }
                    Content-Type: { required: true, schema: { type: integer } }
                  content:
                    application/json:
                      schema:
                        type: object
                        required: [id]
                        properties: { id: { type: integer }, password: { type: string, writeOnly: true } }
                    text/plain: { schema: { type: string, minLength: 2 } }
                '204': { description: Nothing, content: { application/json: { schema: { type: object } } } }
                4XX: { description: Refused, content: { application/problem+json: { schema: { required: [title] } } } }
                '404': { description: Not found }
                default: { description: Broken, content: { 'text/*': {} } }
        """;

    private static readonly Api Contract = Api.Of(Document);

    [Theory]
    [InlineData(200, "{\"id\":1}", "application/json; charset=utf-8")]
    [InlineData(200, "ok", "text/plain")]
    [InlineData(204, "", "")]
    [InlineData(404, "<html>", "text/html")]
    [InlineData(422, "{\"title\":\"No\"}", "application/problem+json")]
    [InlineData(500, "oops", "text/html")]
    [InlineData(302, "", "text/plain")]
    public void A_documented_response_is_valid(int status, string body, string contentType) =>
        Violations(status, body, contentType).ShouldBeEmpty();

    [Theory]
    [InlineData(200, "{\"id\":\"1\"}", "application/json", "Body /body/id: \"1\"")]
    [InlineData(200, "{}", "application/json", "Body /body/id: nothing")]
    [InlineData(200, "{", "application/json", "Syntax /body: a fault at line 1, column 2: ")]
    [InlineData(200, "", "application/json", "Body /body: nothing")]
    [InlineData(200, "x", "text/plain", "Body /body: \"x\"")]
    [InlineData(200, "", "text/plain", "Body /body: \"\"")]
    [InlineData(200, "<p>", "text/html", "ContentType /header/Content-Type: \"text/html\"")]
    [InlineData(200, "{\"id\":1}", "", "ContentType /header/Content-Type: nothing")]
    [InlineData(400, "{}", "application/problem+json", "Body /body/title: nothing")]
    [InlineData(400, "{}", "application/json", "ContentType /header/Content-Type: \"application/json\"")]
    public void An_undocumented_response_is_one_violation(int status, string body, string contentType, string expected) =>
        Violations(status, body, contentType).ShouldHaveSingleItem().ShouldStartWith(expected);

    [Fact]
    public void An_undocumented_status_is_a_single_violation()
    {
        var api = Api.Of("paths: { /x: { get: { responses: { '200': { description: Fine }, 4XX: { description: No } } } } }");

        api.Violations(new TestResponse(500, "")).ShouldBe(["Status /status: 500"]);
        api.ResponseValidator.Validate(new TestResponse(500, "")).ShouldHaveSingleItem().Expected.ShouldBe("200 or 4XX");
    }

    [Theory]
    [InlineData("X-Total: 7", null)]
    [InlineData("X-Other: 7", "Header /header/X-Total: nothing")]
    [InlineData("X-Total: seven", "Header /header/X-Total: \"seven\"")]
    public void Headers_are_validated(string header, string? expected) =>
        Contract.Violations(new TestResponse(200, "ok", "Content-Type: text/plain", header)).ShouldBe(expected is null ? [] : [expected]);

    [Fact]
    public void Lists_in_headers_are_divided() =>
        Contract.Violations(new TestResponse(200, "ok", "Content-Type: text/plain", "X-Total: 1", "X-Kinds: a, c"))
            .ShouldBe(["Header /header/X-Kinds/1: \"c\""]);

    [Fact]
    public void Headers_come_before_the_body() =>
        Contract.Violations(new TestResponse(200, "{}", "Content-Type: application/json"))
            .ShouldBe(["Header /header/X-Total: nothing", "Body /body/id: nothing"]);

    [Fact]
    public void A_response_to_HEAD_has_no_body() =>
        Contract.Violations(new TestResponse(200, "", "X-Total: 1"), isHead: true).ShouldBeEmpty();

    [Fact]
    public void Validating_a_valid_response_allocates_nothing()
    {
        var validator = Contract.ResponseValidator;
        const string body = """{"id":1,"name":"a longer text that has to be read","more":[1,2,3]}""";
        var response = new TestResponse(200, body, "Content-Type: application/json", "X-Total: 7");
        for (var i = 0; i < 100; i++)
        {
            validator.IsValid(response).ShouldBeTrue();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            validator.IsValid(response);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static string[] Violations(int status, string body, string contentType) =>
        Contract.Violations(contentType.Length == 0
            ? new TestResponse(status, body, "X-Total: 1")
            : new TestResponse(status, body, "X-Total: 1", "Content-Type: " + contentType));
}
