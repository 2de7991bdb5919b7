using System.Text;
using SocialContract.Contract.Rules;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.Contract.Validation.Tests.Bodies;

public sealed class BodyTests
{
    private const string Pet =
        "schema: { type: object, required: [name], properties: { name: { type: string }, tags: { type: array, items: { type: string, "
            + "enum: [cat, dog] } } } }";

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("APPLICATION/JSON;charset=\"UTF-8\"")]
    [InlineData("application/json;charset=us-ascii")]
    [InlineData("application/json;charset=iso-8859-1")]
    public void A_body_of_the_documented_type_is_read(string contentType) =>
        Violations(Pet, """{"name":"Rex"}""", contentType).ShouldBeEmpty();

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

    [Theory]
    [InlineData("application/*", "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("application/vnd.pet+json", "application/vnd.pet+json;v=1")]
    public void Ranges_and_suffixes_of_JSON_are_read_as_JSON(string documented, string sent) =>
        Api.Body(documented, Pet)
            .Violations(new TestRequest("POST /x", "{}", "Content-Type: " + sent))
            .ShouldBe(["Body /body/name: nothing"]);

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

    [Theory]
    [InlineData("text/plain", "hello \"you\"", "\"hello \\\"you\\\"\"")]
    [InlineData("text/csv", "a,b\n1,2\n", "\"a,b\\u000a1,2\\u000a\"")]
    [InlineData("application/octet-stream", "bytes", "\"bytes\"")]
    public void Text_is_a_string(string mediaType, string body, string expected) =>
        Api.Body(mediaType, "schema: { type: string }")
            .BodyOf(new TestRequest("POST /x", body, "Content-Type: " + mediaType))
            .ShouldBe(expected);

    [Fact]
    public void Text_is_validated_by_its_schema()
    {
        Violations("schema: { type: string, maxLength: 3 }", "abcd", "text/plain", "text/plain")
            .ShouldBe(["Body /body: \"abcd\", 4 characters"]);
        Violations("schema: { type: integer }", "42", "text/plain", "text/plain").ShouldBeEmpty();
        Violations("schema: { type: integer }", "4x", "text/plain", "text/plain").ShouldBe(["Body /body: \"4x\""]);
    }

    [Fact]
    public void Text_may_be_Latin_1()
    {
        var request = new TestRequest("POST /x", Encoding.Latin1.GetBytes("é"), "Content-Type: text/plain; charset=ISO-8859-1");

        Api.Body("text/plain", "schema: { type: string }").BodyOf(request).ShouldBe("\"é\"");
    }

    [Fact]
    public void Text_that_is_not_UTF_8_is_a_violation() =>
        Api.Body("text/plain", "schema: { type: string }").Violations(new TestRequest("POST /x", [0xE9], "Content-Type: text/plain"))
            .ShouldBe(["Syntax /body: bytes that are not UTF-8"]);

    [Theory]
    [InlineData("application/xml", "schema: { type: object, required: [a] }")]
    [InlineData("image/png", "schema: { type: string, maxLength: 1 }")]
    [InlineData("application/octet-stream", "schema: { type: string, format: binary, maxLength: 1 }")]
    [InlineData("application/octet-stream", "schema: { type: string, maxLength: 1 }")]
    public void Bodies_that_are_neither_JSON_nor_form_nor_text_are_not_decoded(string mediaType, string content)
    {
        var request = new TestRequest("POST /x", [0xFF, 0xFE, 0x00], "Content-Type: " + mediaType);

        Api.Body(mediaType, content).Violations(request).ShouldBeEmpty();
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

    private static string[] Violations(
        string content, string body, string contentType = "application/json", string documented = "application/json") =>
        Api.Body(documented, content).Violations(new TestRequest("POST /x", body, "Content-Type: " + contentType));
}
