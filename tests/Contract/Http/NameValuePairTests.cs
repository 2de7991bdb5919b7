using SocialContract.Contract.Http;

namespace SocialContract.Contract.Tests.Http;

public sealed class NameValuePairTests
{
    [Theory]
    [InlineData("a=1&b=2", "&", "a=1 b=2")]
    [InlineData("a=1;b=2&c", "&;", "a=1 b=2 c")]
    [InlineData("a=1;b=2&c", "&", "a=1;b=2 c")]
    [InlineData("a==&=b&&=", "&", "a== =b  =")]
    public void Pairs_are_divided_at_their_first_equals_sign(string text, string separators, string expected)
    {
        var pairs = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var pair = NameValuePair.At<char>(text, start, separators);
            pairs.Add($"{pair.Name<char>(text)}{(pair.HasValue ? "=" : "")}{pair.Value<char>(text)}");
            start = pair.End + 1;
        }

        string.Join(' ', pairs).ShouldBe(expected);
    }

    [Theory]
    [InlineData("a=1", 0, "a", "1", 3)]
    [InlineData("a=1; b=2", 4, "b", "2", 8)]
    [InlineData(" \t b;c", 0, "b", "", 4)]
    [InlineData("; ", 1, "", "", 2)]
    [InlineData("a=1;  =2", 4, "", "2", 8)]
    public void A_cookie_begins_after_white_space(string text, int start, string name, string value, int end)
    {
        var cookie = NameValuePair.CookieAt(text, start);

        (cookie.Name<char>(text).ToString(), cookie.Value<char>(text).ToString(), cookie.End).ShouldBe((name, value, end));
    }

    [Theory]
    [InlineData("a+b%2Bc%C3%A9", "a b+cé")]
    [InlineData("50%", "50%")]
    [InlineData("a%2", "a%2")]
    public void Names_and_values_are_decoded(string written, string decoded) => NameValuePair.Decoded(written).ShouldBe(decoded);

    [Fact]
    public void Bytes_are_divided_like_characters() =>
        NameValuePair.At("a=1&b=2"u8, 4, "&"u8).ShouldBe(NameValuePair.At<char>("a=1&b=2", 4, "&"));
}
