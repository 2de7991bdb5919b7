using SocialContract.Contract.Rules;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.Contract.Validation.Tests.Bodies;

/// <summary>Bodies that are JSON.</summary>
public sealed class JsonBodyTests
{
    private const string Pet = BodyTests.Pet;

    [Theory]
    [InlineData("application/*", "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("application/vnd.pet+json", "application/vnd.pet+json;v=1")]
    public void Ranges_and_suffixes_of_JSON_are_read_as_JSON(string documented, string sent) =>
        Api.Body(documented, Pet)
            .Violations(new TestRequest("POST /x", "{}", "Content-Type: " + sent))
            .ShouldBe(["Body /body/name: nothing"]);

    [Fact]
    public void Malformed_JSON_is_one_violation_with_its_line_and_column()
    {
        using var verdict = Api.Body("application/json", Pet).Validate(new TestRequest("POST /x", "{\n  \"name\": templateBranding\n}"));

        var violation = verdict.Violations.ShouldHaveSingleItem();
        violation.Kind.ShouldBe(ViolationKind.Syntax);
        violation.Expected.ShouldBe("well-formed JSON");
        violation.Found.ShouldStartWith("a fault at line 2, column 11: ");
        verdict.Body.ShouldBeNull();
    }

    [Fact]
    public void Malformed_JSON_does_not_hide_the_parameters()
    {
        var api = Api.Operation(
            "POST /x",
            $"""
            parameters: [{"{ name: p, in: query, required: true, schema: { type: string } }"}]
            requestBody: {"{ content: { application/json: {} } }"}
            """);
        using var verdict = api.Validate(new TestRequest("POST /x", "["));

        verdict.Violations.Select(violation => violation.Kind).ShouldBe([ViolationKind.Syntax, ViolationKind.Parameter]);
        verdict.Stage.ShouldBe(ViolationKind.Syntax);
    }

    [Theory]
    [InlineData(65)]
    [InlineData(100_000)]
    public void A_body_nested_too_deeply_is_a_violation(int depth) =>
        Api.Body("application/json", "schema: {}").Violations(new TestRequest("POST /x", new string('[', depth) + new string(']', depth)))
            .ShouldHaveSingleItem().ShouldStartWith("Syntax /body: a fault at line 1, column 65: ");

    [Fact]
    public void A_body_over_the_limit_is_a_violation()
    {
        var options = new RequestValidationOptions { BodyLimits = new JsonLimits(MaxBytes: 10) };

        Api.Body("application/json", "schema: {}").Violations(new TestRequest("POST /x", "[1,2,3,4,5]"), options)
            .ShouldBe(["Syntax /body: 11 bytes, more than 10"]);
    }

    [Fact]
    public void Of_two_members_with_the_same_name_the_last_is_used() => Violations(Pet, """{"name":1,"name":"Rex"}""").ShouldBeEmpty();

    [Fact]
    public void Parameters_come_before_the_body_and_the_body_in_its_own_order()
    {
        var api = Api.Operation(
            "POST /x",
            $"""
            parameters: [{"{ name: p, in: query, schema: { type: integer } }"}]
            requestBody: {"{ content: { application/json: { " + Pet + " } } }"}
            """);

        api.Violations(new TestRequest("POST /x?p=a", """{"tags":["cow",1]}"""))
            .ShouldBe([
                "Parameter /query/p: \"a\"",
                "Body /body/name: nothing",
                "Body /body/tags/0: \"cow\"",
                "Body /body/tags/1: 1",
                "Body /body/tags/1: 1",
            ]);
    }

    [Fact]
    public void A_missing_member_is_reported_at_its_own_place_with_its_rule()
    {
        using var verdict = Api.Body("application/json", Pet).Validate(new TestRequest("POST /x", "{}"));

        var violation = verdict.Violations.ShouldHaveSingleItem();
        violation.Instance.ShouldBe("/body/name");
        violation.Rule.Keyword.ShouldBe("required");
        violation.Rule.Property.ShouldBe("name");
    }

    [Fact]
    public void An_unexpected_member_gets_the_nearest_described_name()
    {
        var api = Api.Body("application/json", "schema: { properties: { username: {}, picture: {} }, additionalProperties: false }");
        using var verdict = api.Validate(new TestRequest("POST /x", """{"usernme":1}"""));

        verdict.Violations.ShouldHaveSingleItem().Nearest.ShouldBe("username");
    }

    [Fact]
    public void A_string_that_should_not_be_one_gets_the_listed_value()
    {
        using var verdict = Api.Body("application/json", "schema: { enum: [true, false, 1, 0] }")
            .Validate(new TestRequest("POST /x", "\"true\""));

        verdict.Violations.ShouldHaveSingleItem().Message.ShouldEndWith("found \"true\"; did you mean true?");
    }

    [Fact]
    public void A_secret_and_its_members_are_never_shown()
    {
        const string Secrets =
            "schema: { properties: { token: { type: string, x-secret: true }, keys: { x-secret: true, type: array, items: { type: "
                + "string, enum: [abc] } } } }";

        Violations(Secrets, """{"token":12345,"keys":["abd"]}""")
            .ShouldBe(["Body /body/token: (redacted)", "Body /body/keys/0: (redacted)"]);
    }

    [Theory]
    [InlineData("if: { required: [kind] }, then: { properties: { pin: { type: integer, SECRET } } }")]
    [InlineData("dependentSchemas: { kind: { properties: { pin: { type: integer, SECRET } } } }")]
    [InlineData("dependencies: { kind: { properties: { pin: { type: integer, SECRET } } } }")]
    [InlineData("patternProperties: { ^pi: { type: integer, SECRET } }")]
    [InlineData("unevaluatedProperties: { type: integer, SECRET }, properties: { kind: {} }")]
    [InlineData("allOf: [{ if: true, then: { allOf: [{ properties: { pin: { type: integer, SECRET } } }] } }]")]
    public void A_secret_is_not_shown_wherever_the_document_marks_it(string schema)
    {
        foreach (var mark in (string[])["x-secret: true", "format: password"])
        {
            Violations($"schema: {{ {schema.Replace("SECRET", mark, StringComparison.Ordinal)} }}", """{"kind":"a","pin":"739"}""")
                .ShouldBe(["Body /body/pin: (redacted)"]);
        }
    }

    [Theory]
    [InlineData("items: { x-secret: true }")]
    [InlineData("prefixItems: [{ x-secret: true }]")]
    [InlineData("prefixItems: [{}, {}, { x-secret: true }]")]
    public void An_element_that_occurs_twice_is_not_shown_where_one_of_them_is_a_secret(string schema) =>
        Violations($"schema: {{ uniqueItems: true, {schema} }}", """["a","hunter2","hunter2"]""")
            .ShouldBe(["Body /body: (redacted)"]);

    private static string[] Violations(string content, string body) =>
        Api.Body("application/json", content).Violations(new TestRequest("POST /x", body, "Content-Type: application/json"));
}
