using SocialContract.Contract.Generation.Data.Values;

namespace SocialContract.Contract.Generation.Tests.Data.Values;

public class OtherBranchPropertiesTests
{
    [Theory]
    [InlineData("[{ properties: { lives: { type: integer } } }, { properties: { bark: { type: string } } }]", "bark")]
    [InlineData("[{}, { properties: { a: { type: integer } } }, { properties: { b: { type: integer } } }]", "a b")]
    [InlineData("[{}, { allOf: [{ properties: { a: { type: integer } } }] }]", "a")]
    [InlineData("[{}, { properties: { a: { type: [integer, 'null'] }, b: { type: integer } } }]", "b")]
    [InlineData("[{ properties: { a: {} } }, { properties: { a: { type: integer }, b: { type: integer } } }]", "b")]
    [InlineData("[{}, { properties: { a: {} } }]", "")]
    [InlineData("[{ additionalProperties: false }, { properties: { a: { type: integer } } }]", "")]
    public void Each_other_branch_gives_its_first_property_that_null_would_violate(string branches, string expected) =>
        Find(branches).ShouldBe(expected);

    [Fact]
    public void A_property_that_the_object_has_is_not_added_again() =>
        Find("[{}, { properties: { a: { type: integer } } }]", "a").ShouldBe("");

    private static string Find(string branches, params string[] present)
    {
        var fixture = new SearchFixture($"{{ type: object, oneOf: {branches} }}");
        return string.Join(' ', new OtherBranchProperties(fixture.Run, fixture.Flatten()).Find(present.ToHashSet()));
    }
}
