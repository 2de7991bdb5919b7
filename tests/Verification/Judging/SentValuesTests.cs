using System.Text.Json.Nodes;
using SocialContract.Verification.Judging;

namespace SocialContract.Verification.Tests.Judging;

/// <summary>What was sent, held against what is read.</summary>
public sealed class SentValuesTests
{
    [Theory]
    [InlineData("""{"name":"a"}""", """{"id":1,"name":"a"}""")]
    [InlineData("""{"name":"a"}""", """{"data":{"id":1,"name":"a"}}""")]
    [InlineData("""{"user":{"name":"a"}}""", """{"id":1,"name":"a"}""")]
    [InlineData("""{"user":{"name":"a"}}""", """{"user":{"id":1,"name":"a"}}""")]
    public void A_value_is_found_with_an_envelope_and_without(string sent, string read)
    {
        var value = SentValues.In(JsonNode.Parse(sent), JsonNode.Parse(read)).ShouldHaveSingleItem();

        value.Name.ShouldBe("name");
        value.IsFound.ShouldBeTrue();
    }

    [Fact]
    public void Another_value_and_a_missing_one_are_told_apart()
    {
        var values = SentValues.In(JsonNode.Parse("""{"name":"a","size":{"width":1},"none":null}"""), JsonNode.Parse("""{"name":"b"}""")).ToList();

        values.Select(value => (value.Pointer, value.Found?.ToString(), value.IsFound))
            .ShouldBe([("/name", "b", false), ("/size/width", null, false)]);
    }
}
