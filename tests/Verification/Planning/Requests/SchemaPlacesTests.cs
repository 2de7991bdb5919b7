using SocialContract.Contract.Places;
using SocialContract.Tests.Support;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Planning.Requests;

public sealed class SchemaPlacesTests
{
    [Theory]
    [InlineData("3.0.4", false)]
    [InlineData("3.1.0", true)]
    public void A_keyword_beside_a_reference_counts_since_3_1(string version, bool counts)
    {
        var places = Of(version, "{ properties: { name: { $ref: '#/components/schemas/Name', maxLength: 5 } } }");

        places.Keyword("/body/name", "maxLength").HasValue.ShouldBe(counts);
        places.Keyword("/body/name", "minLength").HasValue.ShouldBeTrue();
    }

    [Fact]
    public void Members_that_match_a_pattern_are_a_place() =>
        Of("3.1.0", "{ patternProperties: { ^x: { minimum: 1 } } }").Keyword("/body/*", "minimum").HasValue.ShouldBeTrue();

    [Fact]
    public void Places_are_found_however_deep_they_are()
    {
        const int Levels = 20;
        var schema = "{ minimum: 1 }";
        for (var level = 0; level < Levels; level++)
        {
            schema = $"{{ properties: {{ a: {schema} }} }}";
        }

        Of("3.1.0", schema).All[^1].ShouldBe("/body" + string.Concat(Enumerable.Repeat("/a", Levels)));
    }

    [Fact]
    public void A_schema_within_itself_is_walked_once_on_each_way() =>
        Of("3.1.0", "{ properties: { name: { $ref: '#/components/schemas/Tested' } } }").All.ShouldBe(["/body", "/body/name"]);

    private static SchemaPlaces Of(string version, string schema)
    {
        var api = Shipped.LoadText(SmallDocument.OfBody(
            "{ $ref: '#/components/schemas/Tested' }", version, $"{{ Tested: {schema}, Name: {{ minLength: 1 }} }}"));
        return SchemaPlaces.OfRequest(api.Operations[0], api.Operations[0].RequestBody!.Content[0], api.View);
    }
}
