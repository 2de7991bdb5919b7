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

    [Theory]
    [InlineData("", -1)]
    [InlineData("a b\tc~!", -1)]
    [InlineData("ab\n", 2)]
    [InlineData("a\u007f", 1)]
    [InlineData("é", 0)]
    public void The_first_character_that_a_value_cannot_have_is_found(string text, int index) =>
        FieldSyntax.IndexOfInvalid(text).ShouldBe(index);

    [Theory]
    [InlineData("", -1)]
    [InlineData("!a~", -1)]
    [InlineData("a b", 1)]
    [InlineData("ab\t", 2)]
    [InlineData("a\u007f", 1)]
    [InlineData("é", 0)]
    public void The_first_character_that_is_not_visible_ascii_is_found(string text, int index) =>
        FieldSyntax.IndexOfInvisible(text).ShouldBe(index);

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
    [InlineData("gzip, br", new[] { "gzip", "br" })]
    [InlineData(" ,\t, a ,,b;c=\"d,e\" ,", new[] { "a", "b;c=\"d,e\"" })]
    [InlineData("a=\"\\\",\", b", new[] { "a=\"\\\",\"", "b" })]
    [InlineData("a=\"open, b", new[] { "a=\"open, b" })]
    [InlineData(" , ", new string[0])]
    public void A_list_has_elements_between_commas_outside_quotes(string list, string[] elements)
    {
        var found = new List<string>();
        var rest = list.AsSpan();
        while (FieldSyntax.NextElement(ref rest) is { IsEmpty: false } element)
        {
            found.Add(element.ToString());
        }

        found.ShouldBe(elements);
    }

    [Theory]
    [InlineData("a=b", true, "a", "b")]
    [InlineData("a = \"b=c\"", true, "a", "\"b=c\"")]
    [InlineData("a=", true, "a", "")]
    [InlineData("a", false, "", "")]
    [InlineData(" =b", false, "", "")]
    public void A_parameter_is_divided_at_its_first_equals_sign(string text, bool isRead, string name, string value)
    {
        FieldSyntax.TryReadParameter(text, out var foundName, out var foundValue).ShouldBe(isRead);

        (foundName.ToString(), foundValue.ToString()).ShouldBe((name, value));
    }

    [Theory]
    [InlineData("a", false, "a")]
    [InlineData("\"a b\"", false, "a b")]
    [InlineData("\"C:\\me\\\"\"", false, "C:me\"")]
    [InlineData("\"C:\\me\\\"\"", true, "C:\\me\"")]
    [InlineData("\"open", false, "\"open")]
    [InlineData("\"a\"b", false, "\"a\"b")]
    [InlineData("\"", false, "\"")]
    [InlineData("\"\"", false, "")]
    public void A_quoted_string_is_read_without_quotes_and_escapes(string text, bool keepsBackslashes, string unquoted) =>
        FieldSyntax.Unquoted(text, keepsBackslashes).ToString().ShouldBe(unquoted);

    [Theory]
    [InlineData("connected", "\"connected\"")]
    [InlineData("a\"b\\c", "\"a\\\"b\\\\c\"")]
    [InlineData("50 % ö", "\"50 %25 %C3%B6\"")]
    public void A_structured_string_is_ascii_in_quotes(string text, string written) => FieldSyntax.StructuredString(text).ShouldBe(written);
}
