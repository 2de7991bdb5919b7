using System.Text.Json.Nodes;

namespace SocialContract.Contract.Tests.Spec;

public sealed class JsonEditTests
{
    [Fact]
    public void Removing_takes_a_member_away() =>
        Edited("""{"a": {"b": 1, "c": 2}}""", JsonEdit.Remove("/a/b")).ShouldBe("""{"a":{"c":2}}""");

    [Fact]
    public void Removing_takes_an_element_away() =>
        Edited("""{"a": [1, 2, 3]}""", JsonEdit.Remove("/a/1")).ShouldBe("""{"a":[1,3]}""");

    [Fact]
    public void Setting_replaces_a_member() =>
        Edited("""{"a": [{"b": 1}]}""", JsonEdit.Set("/a/0/b", "x")).ShouldBe("""{"a":[{"b":"x"}]}""");

    [Fact]
    public void Setting_adds_a_member_that_may_be_null() =>
        Edited("""{"a": {}}""", JsonEdit.Set("/a/b", null)).ShouldBe("""{"a":{"b":null}}""");

    [Fact]
    public void Setting_at_the_end_appends_to_an_array() =>
        Edited("""{"a": [1]}""", JsonEdit.Set("/a/-", 2)).ShouldBe("""{"a":[1,2]}""");

    [Fact]
    public void The_escapes_of_a_pointer_are_a_slash_and_a_tilde() =>
        Edited("""{"a/b": {"c~d": 1}}""", JsonEdit.Set("/a~1b/c~0d", 2)).ShouldBe("""{"a/b":{"c~d":2}}""");

    [Fact]
    public void The_value_edited_stays_as_it_was()
    {
        var original = JsonNode.Parse("""{"a": {"b": 1}}""")!.AsObject();

        JsonEdit.Remove("/a/b").Apply(original);

        original.ToJsonString().ShouldBe("""{"a":{"b":1}}""");
    }

    [Theory]
    [InlineData("/missing")]
    [InlineData("/a/missing")]
    [InlineData("/a/b/c")]
    [InlineData("/list/1")]
    public void Removing_a_missing_value_is_refused(string place) =>
        Should.Throw<ArgumentException>(() => Edited("""{"a": {"b": 1}, "list": [1]}""", JsonEdit.Remove(place)));

    private static string Edited(string json, JsonEdit edit) => edit.Apply(JsonNode.Parse(json)!.AsObject()).ToJsonString();
}
