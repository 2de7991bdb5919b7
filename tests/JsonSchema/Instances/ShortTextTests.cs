using System.Text;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Tests.Instances;

public sealed class ShortTextTests
{
    private const string Text = "aé€😀bß漢🎈c";

    [Fact]
    public void Characters_are_cut_between_surrogate_pairs_at_every_length()
    {
        for (var length = 0; length < Text.Length; length++)
        {
            var start = ShortText.Start(Text, length).ToString();

            Text.ShouldStartWith(start);
            start.Length.ShouldBeInRange(Math.Max(0, length - 1), length);
            start.EnumerateRunes().ShouldNotContain(Rune.ReplacementChar);
            ShortText.To(Text, length).ShouldBe($"{start}…");
            ShortText.Measured(Text, length).ShouldBe($"{start}… (11 characters)");
        }
    }

    [Fact]
    public void Bytes_are_cut_between_characters_at_every_length()
    {
        var utf8 = Encoding.UTF8.GetBytes(Text);
        for (var length = 0; length < utf8.Length; length++)
        {
            var start = ShortText.Start(utf8, length);

            start.Length.ShouldBeInRange(Math.Max(0, length - 3), length);
            Text.ShouldStartWith(Encoding.UTF8.GetString(start));
            ShortText.Measured(utf8, length).ShouldBe($"{Encoding.UTF8.GetString(start)}… (21 bytes)");
        }
    }

    [Fact]
    public void Text_that_fits_is_kept_whole()
    {
        ShortText.To(Text, Text.Length).ShouldBe(Text);
        ShortText.Measured(Text, Text.Length).ShouldBe(Text);
        ShortText.Measured(Encoding.UTF8.GetBytes(Text), 21).ShouldBe(Text);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_cut_near_the_limit() =>
        ShortText.Start([0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80], 6).Length.ShouldBe(3);

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("ab")]
    [InlineData("abc")]
    public void A_repeated_name_is_named_up_to_a_whole_character(string prefix)
    {
        var name = prefix + string.Concat(Enumerable.Repeat("😀", 40));

        JsonInstance.TryParse(Encoding.UTF8.GetBytes($$"""{"{{name}}":1,"{{name}}":2}"""), JsonLimits.Default, out _, out var fault)
            .ShouldBeFalse();

        fault.Message.ShouldNotContain("\uFFFD");
        fault.Message.ShouldContain($"found \"{prefix}😀😀");
        fault.Message.ShouldContain("…");
    }

    [Theory]
    [InlineData("a\\\"b", "found \"a\\\"b\" a second time")]
    [InlineData("plain", "found \"plain\" a second time")]
    public void A_short_repeated_name_is_shown_whole(string name, string expected)
    {
        JsonInstance.TryParse(Encoding.UTF8.GetBytes($$"""{"{{name}}":1,"{{name}}":2}"""), JsonLimits.Default, out _, out var fault)
            .ShouldBeFalse();

        fault.Message.ShouldContain(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    public void A_long_pattern_in_a_violation_is_cut_between_characters(string prefix)
    {
        var pattern = prefix + string.Concat(Enumerable.Repeat("😀", 60));

        var violation = Schemas.Compile($$"""{"pattern":"{{pattern}}"}""").Violations("\"x\"").ShouldHaveSingleItem();

        violation.Expected.EnumerateRunes().ShouldNotContain(Rune.ReplacementChar);
        violation.Expected.ShouldEndWith("😀…");
    }
}
