using System.Text.Json.Nodes;
using SocialContract.Verification.Judging;

namespace SocialContract.Verification.Tests.Judging;

/// <summary>What a response must have in common with an example.</summary>
public sealed class ExampleLikenessTests
{
    [Theory]
    [InlineData("""{"a":1}""", """{"a":2,"b":3}""")]
    [InlineData("""{"a":"x"}""", """{"a":null}""")]
    [InlineData("""{"done":true}""", """{"done":true}""")]
    [InlineData("""{"errors":["x"]}""", """{"errors":["y","z"]}""")]
    [InlineData("""{"list":[{"id":1},{"id":2}]}""", """{"list":[{"id":3},{"id":4}]}""")]
    public void Values_of_the_servers_own_do_not_matter(string example, string response) =>
        Difference(example, response).ShouldBeNull();

    [Theory]
    [InlineData("""{"a":1}""", """{"b":1}""", "the body has no a, which the example has")]
    [InlineData("""{"a":1}""", "[]", "the body is [], but the example has an object")]
    [InlineData("""{"done":true}""", """{"done":false}""", "/done is false, but the example has true")]
    [InlineData("""{"list":[]}""", """{"list":{}}""", "/list is {}, but the example has an array")]
    [InlineData("""{"errors":[]}""", """{"errors":["y"]}""", "/errors has 1 element, but the example has 0")]
    [InlineData("""{"list":[{"id":1}]}""", """{"list":[{"id":3},{"id":4}]}""", "/list has 2 elements, but the example has 1")]
    [InlineData("""{"list":[{"id":1}]}""", """{"list":[{"name":"x"}]}""", "/list/0 has no id, which the example has")]
    public void Members_booleans_and_lengths_matter(string example, string response, string difference) =>
        Difference(example, response).ShouldBe(difference);

    [Theory]
    [InlineData("Blue is there", "We have Blue", null)]
    [InlineData("Blue is there", "It is there", "/note does not contain Blue, as the example does")]
    [InlineData("Blue_2 is there", "It is there", null)]
    [InlineData("Blue", "Green", null)]
    public void A_sentence_that_names_a_value_must_name_it_in_the_response_too(string example, string response, string? difference) =>
        Difference($$"""{"note":"{{example}}"}""", $$"""{"note":"{{response}}"}""", names: ["Blue"]).ShouldBe(difference);

    [Fact]
    public void An_ignored_place_is_not_compared() =>
        Difference("""{"a":{"b":true}}""", """{"a":{"b":false}}""", ignoring: ["/a/b"]).ShouldBeNull();

    private static string? Difference(string example, string response, string[]? names = null, string[]? ignoring = null) =>
        ExampleLikeness.Difference(JsonNode.Parse(example), JsonNode.Parse(response), names ?? [], ignoring ?? []);
}
