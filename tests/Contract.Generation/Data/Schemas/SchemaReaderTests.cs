namespace SocialContract.Contract.Generation.Tests.Data.Schemas;

public sealed class SchemaReaderTests
{
    [Theory]
    [InlineData("{ properties: { a: { const: 1 } }, unevaluatedProperties: { const: 2 } }", "/properties/a")]
    [InlineData("{ patternProperties: { ^a: { const: 1 } }, unevaluatedProperties: { const: 2 } }", "/patternProperties/^a")]
    [InlineData("{ additionalProperties: { const: 1 }, unevaluatedProperties: { const: 2 } }", "/additionalProperties")]
    [InlineData("{ properties: { b: { const: 1 } }, unevaluatedProperties: { const: 2 } }", "/unevaluatedProperties")]
    public void A_member_that_no_other_keyword_describes_is_left_to_unevaluatedProperties(string schema, string expected)
    {
        var fixture = new SearchFixture(schema);

        fixture.Reader.Member(fixture.Schema, "a").ShouldHaveSingleItem().Pointer.ShouldBe(fixture.Schema.Pointer + expected);
    }

    /// <summary>The depth of a member decides whether an optional property is tried at all.</summary>
    [Fact]
    public void A_required_member_that_only_unevaluatedProperties_describes_has_a_depth()
    {
        var fixture = new SearchFixture(
            "{ type: object, required: [a], unevaluatedProperties: { type: object, required: [b], properties: { b: { type: object } } } }");

        fixture.MinimumDepth.Of(fixture.Schema).ShouldBe(2);
    }
}
