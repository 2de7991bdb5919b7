using SocialContract.Cli.Terminal;

namespace SocialContract.Cli.Tests.Terminal;

public sealed class WrappingTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("one two", "one two")]
    [InlineData("one two three", "one two|three")]
    [InlineData("one  two     three", "one  two|three")]
    [InlineData("abcdefgh", "abcdefgh")]
    [InlineData("abcdefgh ij", "abcdefgh|ij")]
    [InlineData("abcdefghijkl", "abcdefghijkl")]
    [InlineData("a abcdefghijkl b c", "a|abcdefghijkl|b c")]
    [InlineData("abcdefghijkl ", "abcdefghijkl")]
    public void Words_are_never_broken(string text, string lines) => Wrapping.Words(text, 8).ShouldBe(lines.Split('|'));

    [Theory]
    [InlineData("", "")]
    [InlineData("{\"url\":\"http://a.example/?b=1&c=2\",\"d\":1}", "{\"url\":\"http://a.example/?b=1&c=2\",|\"d\":1}")]
    [InlineData("[1,2,33333333333,4]", "[1,2,|33333333333,|4]")]
    [InlineData("abcdefghijkl", "abcdefghijkl")]
    [InlineData("abcdefghijkl,", "abcdefghijkl,")]
    [InlineData("a, b; c d", "a, b; c |d")]
    [InlineData("abcdefghijkl,  b", "abcdefghijkl,  |b")]
    [InlineData("abcdefgh    ", "abcdefgh    ")]
    public void Exact_pieces_make_up_the_text_again(string text, string pieces)
    {
        var made = Wrapping.Exactly(text, 8).ToList();

        made.ShouldBe(pieces.Split('|'));
        string.Concat(made).ShouldBe(text);
    }
}
