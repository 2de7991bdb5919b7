using SocialContract.Contract.Rules;

namespace SocialContract.Contract.Validation.Tests.Bodies;

/// <summary>Whether there is a body, of which media type, and what the verdict says of it.</summary>
public sealed class BodyTests
{
    /// <summary>A media type of pets, without its braces.</summary>
    internal const string Pet =
        "schema: { type: object, required: [name], properties: { name: { type: string }, tags: { type: array, items: { type: string, "
            + "enum: [cat, dog] } } } }";

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("APPLICATION/JSON;charset=\"UTF-8\"")]
    [InlineData("application/json;charset=us-ascii")]
    [InlineData("application/json;charset=iso-8859-1")]
    public void A_body_of_the_documented_type_is_read(string contentType) =>
        Api.Body("application/json", Pet)
            .Violations(new TestRequest("POST /x", """{"name":"Rex"}""", "Content-Type: " + contentType)).ShouldBeEmpty();

    [Fact]
    public void A_body_without_a_content_type_is_read_as_JSON()
    {
        var api = Api.Body("application/json", Pet);

        api.Violations(new TestRequest("POST /x", """{"name":1}""")).ShouldBe(["Body /body/name: 1"]);
    }

    [Fact]
    public void A_body_without_a_content_type_is_refused_if_JSON_is_not_accepted() =>
        Api.Body("text/plain", "schema: { type: string }")
            .Violations(new TestRequest("POST /x", "text"))
            .ShouldBe(["ContentType /header/Content-Type: nothing"]);

    [Theory]
    [InlineData("text/plain", "\"text/plain\"")]
    [InlineData("application/hal+json", "\"application/hal+json\"")]
    [InlineData("json", "\"json\"")]
    [InlineData("*/*", "\"*/*\"")]
    [InlineData("application/json; charset=utf-16", "\"application/json; charset=utf-16\"")]
    public void Another_type_is_one_violation_and_nothing_else_is_validated(string contentType, string found)
    {
        var api = Api.Operation(
            "POST /x",
            $"""
            parameters: [{"{ name: p, in: query, required: true, schema: { type: string } }"}]
            requestBody: {"{ content: { application/json: {} } }"}
            """);

        api.Violations(new TestRequest("POST /x", "[]", "Content-Type: " + contentType))
            .ShouldBe(["ContentType /header/Content-Type: " + found]);
    }

    [Fact]
    public void A_violation_of_the_type_names_the_accepted_types_and_the_nearest()
    {
        using var verdict = Api.Body("application/json", Pet).Validate(new TestRequest("POST /x", "{}", "Content-Type: application/jsn"));

        var violation = verdict.Violations.ShouldHaveSingleItem();
        violation.Rule.Kind.ShouldBe(RuleKind.ContentType);
        violation.Expected.ShouldBe("application/json");
        violation.Nearest.ShouldBe("application/json");
    }

    [Fact]
    public void The_most_specific_entry_is_used()
    {
        var api = Api.Operation(
            "POST /x",
            "requestBody: { content: { '*/*': { schema: { type: 'null' } }, 'application/*': { schema: { type: array } }, "
                + "application/json: { schema: { type: object } } } }");

        api.Violations(new TestRequest("POST /x", "{}", "Content-Type: application/json")).ShouldBeEmpty();
        api.Violations(new TestRequest("POST /x", "[]", "Content-Type: application/a+json")).ShouldBeEmpty();
        api.Violations(new TestRequest("POST /x", "null", "Content-Type: text/json")).ShouldBeEmpty();
    }

    [Fact]
    public void A_required_body_that_is_missing_is_one_violation()
    {
        using var verdict = Api.Body("application/json", Pet).Validate(new TestRequest("POST /x", "", "Content-Type: text/plain"));

        var violation = verdict.Violations.ShouldHaveSingleItem();
        violation.Rule.Kind.ShouldBe(RuleKind.Body);
        violation.Message.ShouldBe("/body: expected a body, found nothing");
    }

    [Fact]
    public void An_optional_body_may_be_missing() =>
        Api.Operation("POST /x", $"requestBody: {{ content: {{ application/json: {{ {Pet} }} }} }}").Violations("POST /x").ShouldBeEmpty();

    [Fact]
    public void A_body_that_the_operation_does_not_describe_is_ignored() =>
        Api.Operation("POST /x", "summary: None").Violations(new TestRequest("POST /x", "{", "Content-Type: a/b")).ShouldBeEmpty();

    [Fact]
    public void A_rule_that_is_switched_off_is_not_enforced()
    {
        const string Operation = "requestBody: { required: true, content: { application/json: { " + Pet + " } } }";
        var contract = Api.Operation("POST /x", Operation).Contract;
        var body = contract.Operations[0].RequestBody!;
        string Off(params string[] headers)
        {
            var rules = new HashSet<string> { contract.Rules.ForBody(body).Id, contract.Rules.ForContentType(body).Id };
            var off = new LoadOptions { SwitchedOff = rules };
            return string.Join(
                "; ",
                Api.Operation("POST /x", Operation, off).Violations(new TestRequest("POST /x", headers.Length == 0 ? "" : "{", headers)));
        }

        Off().ShouldBe("");
        Off("Content-Type: a/b").ShouldBe("");
        Off("Content-Type: application/json").ShouldBe("");
    }

    [Fact]
    public void The_verdict_names_the_entry_that_was_used()
    {
        using var verdict = Api.Body("application/json", Pet).Validate(new TestRequest("POST /x", """{"name":"Rex"}"""));

        verdict.BodyMediaType!.Name.ShouldBe("application/json");
        verdict.Body!.Root.TryGetProperty("name"u8, out var name).ShouldBeTrue();
        name.GetString().ShouldBe("Rex");
    }

    [Fact]
    public void A_disposed_verdict_returns_nothing()
    {
        var verdict = Api.Body("application/json", Pet).Validate(new TestRequest("POST /x", """{"name":"Rex"}"""));
        verdict.Dispose();
        verdict.Dispose();

        Should.Throw<ObjectDisposedException>(() => verdict.Body);
    }
}
