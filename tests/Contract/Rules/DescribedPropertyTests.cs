using SocialContract.Contract.Rules;
using SocialContract.Contract.Tests.Reading;

namespace SocialContract.Contract.Tests.Rules;

/// <summary>What a schema says of the property that a rule of <c>required</c> names.</summary>
public sealed class DescribedPropertyTests
{
    [Theory]
    [InlineData("$ref: '#/components/schemas/Mark'")]
    [InlineData("$dynamicRef: '#mark'")]
    [InlineData("allOf: [{ $ref: '#/components/schemas/Mark' }]")]
    [InlineData("allOf: [{ allOf: [{ $dynamicRef: '#mark' }] }]")]
    public void A_property_is_secret_if_any_schema_that_applies_to_it_is(string property) => RuleOf(property).Secret.ShouldBeTrue();

    [Theory]
    [InlineData("type: string")]
    [InlineData("not: { $ref: '#/components/schemas/Mark' }")]
    [InlineData("example: { allOf: [{ $ref: '#/components/schemas/Mark' }] }")]
    public void Other_schemas_do_not_make_it_secret(string property) => RuleOf(property).Secret.ShouldBeFalse();

    [Theory]
    [InlineData("$ref: '#/components/schemas/Mark'")]
    [InlineData("$dynamicRef: '#mark'")]
    public void Its_documented_name_may_be_behind_a_reference(string property) =>
        RuleOf(property).DocumentedName.ShouldBe("the mark");

    [Fact]
    public void In_a_dialect_that_ignores_what_is_beside_a_reference_properties_there_describe_nothing() =>
        RuleOf("x-documented-name: v", "$schema: 'http://json-schema.org/draft-07/schema#', $id: 'https://contract.test/w', "
            + "allOf: [{ $ref: '#/definitions/any', properties: { v: { x-documented-name: 'the ignored' } } }, { required: [v] }], "
            + "definitions: { any: {} }").DocumentedName.ShouldBeNull();

    private static Rule RuleOf(string property, string? schema = null)
    {
        var api = Loading.Loaded($$"""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths:
              /a:
                post:
                  operationId: a
                  requestBody:
                    content:
                      application/json:
                        schema: { {{schema ?? $"required: [v], properties: {{ v: {{ {property} }} }}"}} }
                  responses: { '200': { description: A } }
            components:
              schemas:
                Mark: { $dynamicAnchor: mark, type: string, x-secret: true, x-documented-name: the mark }
            """);
        return api.Rules.Requests(api.Operations[0]).Select(use => use.Rule).Single(rule => rule.Property == "v");
    }
}
