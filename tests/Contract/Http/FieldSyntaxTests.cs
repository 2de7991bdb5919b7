using SocialContract.Contract.Http;

namespace SocialContract.Contract.Tests.Http;

public sealed class FieldSyntaxTests
{
    [Theory]
    [InlineData("X-Id", true)]
    [InlineData("", false)]
    [InlineData("X Id", false)]
    [InlineData("X:Id", false)]
    [InlineData("Größe", false)]
    public void A_token_has_letters_digits_and_a_few_marks(string text, bool isToken) => FieldSyntax.IsToken(text).ShouldBe(isToken);

    [Theory]
    [InlineData("", true)]
    [InlineData("a, b;\tc", true)]
    [InlineData("a\r\nb", false)]
    [InlineData("ö", false)]
    public void A_value_is_printable_ascii(string text, bool isValue) => FieldSyntax.IsValue(text).ShouldBe(isValue);

    [Fact]
    public void A_token_ends_before_the_first_other_character() => FieldSyntax.TokenLength("code=404").ShouldBe(4);

    [Theory]
    [InlineData("\"not found\", b", true, "not found", 11)]
    [InlineData("\"a\\\"b\"", true, "a\"b", 6)]
    [InlineData("\"open", false, "", 5)]
    [InlineData("\"open\\", false, "", 6)]
    [InlineData("bare", false, "", 4)]
    public void A_quoted_string_is_read_to_its_closing_quote(string text, bool isRead, string value, int length)
    {
        FieldSyntax.TryReadQuoted(text, out var read, out var taken).ShouldBe(isRead);

        read.ShouldBe(value);
        taken.ShouldBe(length);
    }

    [Theory]
    [InlineData("connected", "\"connected\"")]
    [InlineData("a\"b\\c", "\"a\\\"b\\\\c\"")]
    [InlineData("50 % ö", "\"50 %25 %C3%B6\"")]
    public void A_structured_string_is_ascii_in_quotes(string text, string written) => FieldSyntax.StructuredString(text).ShouldBe(written);
}
