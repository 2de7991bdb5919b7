namespace SocialContract.Contract.Validation.Tests.Parameters;

/// <summary>How violations of parameters are reported.</summary>
public sealed class ParameterViolationTests
{
    [Fact]
    public void A_violation_names_the_rule_of_the_schema()
    {
        var api = Api.Parameter("name: id, in: path, required: true, schema: { type: integer }", "/x/{id}");
        using var verdict = api.Validate(new TestRequest("GET /x/abc", ""));

        var violation = verdict.Violations.ShouldHaveSingleItem();
        violation.Rule.Keyword.ShouldBe("type");
        violation.Rule.Node.Pointer.ShouldBe("/paths/~1x~1{id}/get/parameters/0/schema/type");
        violation.Instance.ShouldBe("/path/id");
    }

    [Fact]
    public void Violations_have_the_order_of_the_document()
    {
        var api = Api.Operation(
            "GET /x/{id}",
            """
            parameters:
              - { name: b, in: query, required: true, schema: { type: integer } }
              - { name: id, in: path, required: true, schema: { type: integer } }
              - { name: a, in: query, schema: { type: string, enum: [one, two] } }
            """);

        api.Violations("GET /x/y?a=owt")
            .ShouldBe(["Parameter /query/b: nothing", "Parameter /path/id: \"y\"", "Parameter /query/a: \"owt\""]);
    }

    [Fact]
    public void The_nearest_listed_value_is_suggested()
    {
        var api = Api.Parameter("name: sort, in: query, schema: { type: string, enum: [name, created, updated] }");
        using var verdict = api.Validate(new TestRequest("GET /x?sort=craeted", ""));

        verdict.Violations.ShouldHaveSingleItem().Nearest.ShouldBe("created");
    }

    [Theory]
    [InlineData("properties: { a: { x-secret: true } }")]
    [InlineData("patternProperties: { ^a: { x-secret: true } }")]
    [InlineData("additionalProperties: { x-secret: true }")]
    [InlineData("unevaluatedProperties: { x-secret: true }")]
    [InlineData("propertyNames: { x-secret: true }")]
    [InlineData("prefixItems: [{ type: string }, { type: integer }, { x-secret: true }]")]
    [InlineData("prefixItems: [{ type: string }], items: { x-secret: true }")]
    [InlineData("contains: { x-secret: true }")]
    [InlineData("if: { required: [a] }, then: { properties: { b: { x-secret: true } } }")]
    [InlineData("if: { required: [a] }, else: { properties: { b: { x-secret: true } } }")]
    [InlineData("dependentSchemas: { a: { properties: { b: { format: password } } } }")]
    [InlineData("oneOf: [{ type: string }, { items: { additionalProperties: { items: { prefixItems: [{}, { x-secret: true }] } } } }]")]
    public void A_malformed_value_that_may_hold_a_secret_is_not_shown(string schema)
    {
        const string Malformed = "GET /x?p=%7B%22a%22%3A%22hunter2";

        Api.Parameter($"name: p, in: query, content: {{ application/json: {{ schema: {{ {schema} }} }} }}").Violations(Malformed)
            .ShouldBe(["Parameter /query/p: (redacted)"]);
        Api.Parameter("name: p, in: query, content: { application/json: { schema: { properties: { a: { type: string } } } } }")
            .Violations(Malformed).ShouldHaveSingleItem().ShouldContain("hunter2");
    }

    [Fact]
    public void A_secret_is_never_shown()
    {
        var api = Api.Parameter("name: key, in: query, schema: { type: string, x-secret: true, maxLength: 3 }");

        api.Violations("GET /x?key=hunter2").ShouldBe(["Parameter /query/key: (redacted)"]);
        api.Violations("GET /x?key=%zz").ShouldBe(["Parameter /query/key: (redacted)"]);
    }

    [Fact]
    public void A_malformed_object_with_a_secret_is_not_shown() =>
        Api.Parameter("name: p, in: header, schema: { type: object, properties: { key: { type: string, x-secret: true } } }")
            .Violations("GET /x", "p: key,hunter2,x").ShouldBe(["Parameter /header/p: (redacted)"]);

    [Fact]
    public void A_parameter_with_credentials_is_a_secret()
    {
        var api = Api.Of(
            """
            paths:
              /x:
                get:
                  security: [{ key: [] }]
                  parameters: [{ name: x-key, in: header, schema: { type: string, maxLength: 3 } }]
                  responses: { '200': { description: Fine } }
            components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key } } }
            """);

        api.Violations("GET /x", "X-Key: hunter2").ShouldBe(["Parameter /header/x-key: (redacted)"]);
    }
}
