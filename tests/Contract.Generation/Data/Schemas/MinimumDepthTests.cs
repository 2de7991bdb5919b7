using SocialContract.Contract.Generation.Data.Schemas;

namespace SocialContract.Contract.Generation.Tests.Data.Schemas;

public class MinimumDepthTests
{
    [Theory]
    [InlineData("{ type: integer }", 0)]
    [InlineData("{}", 0)]
    [InlineData("{ type: object, properties: { a: { type: integer } } }", 0)]
    [InlineData("{ type: object, required: [a], properties: { a: { type: integer } } }", 1)]
    [InlineData("{ type: object, required: [a], properties: { a: { type: array, minItems: 1, items: { type: integer } } } }", 2)]
    [InlineData("{ type: array, items: { $ref: '#/components/schemas/Endless' } }", 0)]
    [InlineData("{ allOf: [{ type: object }, { type: object, required: [a], properties: { a: { type: integer } } }] }", 1)]
    [InlineData("{ anyOf: [{ $ref: '#/components/schemas/Endless' }, { type: array, minItems: 1, items: { type: integer } }] }", 1)]
    [InlineData("{ type: object, required: [next], properties: { next: { anyOf: [{ $ref: '#' }, { type: 'null' }] } } }", 1)]
    public void The_depth_is_that_of_the_shallowest_instance(string schema, int depth) => Of(schema).ShouldBe(depth);

    [Theory]
    [InlineData("{ $ref: '#/components/schemas/Endless' }")]
    [InlineData("false")]
    [InlineData("{ type: array, minItems: 1, items: { $ref: '#/components/schemas/Endless' } }")]
    [InlineData("{ oneOf: [{ $ref: '#/components/schemas/Endless' }, false] }")]
    public void A_schema_without_a_finite_instance_is_unbounded(string schema) => Of(schema).ShouldBe(MinimumDepth.Unbounded);

    [Fact]
    public void A_required_property_that_is_hidden_in_this_direction_needs_no_level() =>
        Of("{ type: object, required: [a], properties: { a: { type: integer, writeOnly: true } } }").ShouldBe(0);

    private static int Of(string schema)
    {
        var fixture = new SearchFixture(
            schema, "{ Endless: { type: object, required: [next], properties: { next: { $ref: '#/components/schemas/Endless' } } } }");
        return fixture.MinimumDepth.Of(fixture.Schema);
    }
}
