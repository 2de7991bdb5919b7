using SocialContract.Verification.Reporting.Text;

namespace SocialContract.Verification.Tests.Reporting;

public sealed class PrintableTests
{
    [Theory]
    [InlineData("plain – Zürich 日本 👩‍💻", "plain – Zürich 日本 👩‍💻")]
    [InlineData("\u001b[31m", "\\u001b[31m")]
    [InlineData("\u009b31m\u007f", "\\u009b31m\\u007f")]
    [InlineData("a\u202Eb\u2066c\uFEFFd\u200Be", "a\\u202eb\\u2066c\\ufeffd\\u200be")]
    [InlineData("\uFFFE", "\\ufffe")]
    [InlineData("\U000E0041", "\\udb40\\udc41")]
    [InlineData("a\tb\nc", "a\\u0009b\\u000ac")]
    public void Within_a_line_whatever_acts_becomes_an_escape(string text, string shown) => Printable.Line(text).ShouldBe(shown);

    [Fact]
    public void A_lone_surrogate_becomes_an_escape() => Printable.Line("a\uD800b\uDC00").ShouldBe("a\\ud800b\\udc00");

    [Fact]
    public void Lines_keep_their_tabs_and_end_in_line_feeds() => Printable.Lines("a\tb\r\nc\rd\ne\0").ShouldBe("a\tb\nc\nd\ne\\u0000");
}
