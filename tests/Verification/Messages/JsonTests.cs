using System.Text;
using System.Text.Json.Nodes;
using SocialContract.Verification.Messages;

namespace SocialContract.Verification.Tests.Messages;

/// <summary>Whatever JSON a server sends can be read to the end.</summary>
public sealed class JsonTests
{
    [Theory]
    [InlineData("""{"id":"\ud800"}""", "\uFFFD")]
    [InlineData("""{"id":"a\udc00b"}""", "a\uFFFDb")]
    [InlineData("""{"id":"\ud800\ud83d\ude00"}""", "\uFFFD\U0001F600")]
    [InlineData("""{"id":"\ud83d \"\\\/\b\f\n\r\t\u0041"}""", "\uFFFD \"\\/\b\f\n\r\tA")]
    [InlineData("""{"id":"\ud83d\ude00"}""", "\U0001F600")]
    public void A_surrogate_without_its_partner_is_the_replacement_character(string json, string id) =>
        Json.Text(Parsed(json)!["id"]).ShouldBe(id);

    [Fact]
    public void A_name_with_a_surrogate_without_its_partner_is_a_name() =>
        Parsed("""{"a\udfff":1}""")!.AsObject().Single().Key.ShouldBe("a\uFFFD");

    [Fact]
    public void Bytes_that_are_not_UTF8_are_replacement_characters()
    {
        Json.TryParse((byte[])[.. "{\"id\":\"a"u8, 0xFF, .. "b\",\""u8, 0xC0, .. "\":2}"u8], out var node).ShouldBeTrue();

        var members = node!.AsObject();
        members.Select(member => member.Key).ShouldBe(["id", "\uFFFD"]);
        Json.Text(members["id"]).ShouldBe("a\uFFFDb");
    }

    [Fact]
    public void Of_members_with_one_name_the_last_counts() =>
        Parsed("""{"id":1,"a":{"b":1,"b":[]},"id":2}""")!.ToJsonString().ShouldBe("""{"id":2,"a":{"b":[]}}""");

    [Fact]
    public void Numbers_stay_as_they_are_written() =>
        Parsed("[1.0,1e400,12345678901234567890123]")!.ToJsonString().ShouldBe("[1.0,1e400,12345678901234567890123]");

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("""{"id":"\u12"}""")]
    [InlineData("NaN")]
    public void What_is_not_JSON_is_not_parsed(string text) => Json.TryParse(Encoding.UTF8.GetBytes(text), out _).ShouldBeFalse();

    [Theory]
    [InlineData(512, true)]
    [InlineData(513, false)]
    public void Up_to_512_levels_are_read(int depth, bool isRead) =>
        Json.TryParse(Encoding.UTF8.GetBytes(new string('[', depth) + new string(']', depth)), out _).ShouldBe(isRead);

    private static JsonNode? Parsed(string json)
    {
        Json.TryParse(Encoding.UTF8.GetBytes(json), out var node).ShouldBeTrue();
        return node;
    }
}
