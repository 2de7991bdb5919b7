using System.Text;
using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Tests.Documents;

public sealed class ExcerptTests
{
    [Theory]
    [InlineData("a: 1\nbc: 2", 2, 2, "bc: 2\n ^")]
    [InlineData("a: 1\r\nbc: 2\r\n", 1, 4, "a: 1\n   ^")]
    [InlineData("\tx: 1", 1, 2, "\tx: 1\n\t^")]
    [InlineData("é😀: x", 1, 6, "é😀: x\n     ^")]
    [InlineData("a", 1, 2, "a\n ^")]
    [InlineData("", 1, 1, "")]
    [InlineData("a", 9, 1, "")]
    public void The_caret_stands_below_the_column(string text, int line, int column, string expected) =>
        Of(text, line, column).ShouldBe(expected);

    [Fact]
    public void Of_a_long_line_only_the_part_around_the_column_is_shown()
    {
        var excerpt = Of(new string('a', 50_000) + "é" + new string('b', 50_000), 1, 50_001).Split('\n');

        excerpt[0].ShouldBe($"…{new string('a', 60)}é{new string('b', 49)}…");
        excerpt[1].ShouldBe($"{new string(' ', 61)}^");
    }

    [Fact]
    public void Places_in_a_line_of_many_blocks_count_characters_of_every_width()
    {
        var text = string.Concat(Enumerable.Repeat("aé€😀", 5000));
        var lines = new LineTable(Encoding.UTF8.GetBytes(text));

        for (var at = 0; at < text.Length; at += 997 - (997 % 5))
        {
            lines.Locate(Encoding.UTF8.GetByteCount(text.AsSpan(0, at))).ShouldBe((1, at + 1));
            lines.Slice(1, at + 1, at + 2).Text.ShouldBe(text[at..(at + 1)]);
        }
    }

    private static string Of(string text, int line, int column) => Excerpt.Of(new LineTable(Encoding.UTF8.GetBytes(text)), line, column);
}
