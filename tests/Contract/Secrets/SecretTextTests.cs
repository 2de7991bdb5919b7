using System.Text;
using SocialContract.Contract.Secrets;

namespace SocialContract.Contract.Tests.Secrets;

public sealed class SecretTextTests
{
    [Theory]
    [InlineData("a To/k+en 1 b", "a (redacted) b")]
    [InlineData("xTO/K+EN 1x", "x(redacted)x")]
    [InlineData("To%2Fk%2Ben%201", "(redacted)")]
    [InlineData("To%2fk%2ben+1", "(redacted)")]
    [InlineData("%54%6F%2f%6b%2b%65%6e%20%31", "(redacted)")]
    [InlineData("To%252Fk%252Ben%25201", "(redacted)")]
    [InlineData("""{"a":"To\/k\u002Ben\u00201"}""", """{"a":"(redacted)"}""")]
    [InlineData("""{"a":"{\"b\":\"\\u0054o\\/k+en 1\"}"}""", """{"a":"{\"b\":\"(redacted)\"}"}""")]
    [InlineData("<i>To&#47;k&#x2B;en&#32;1</i>", "<i>(redacted)</i>")]
    [InlineData("found \"To/k+…\" (90 bytes)", "found \"(redacted)…\" (90 bytes)")]
    [InlineData("found \"To/k\\u00…\" (90 bytes)", "found \"(redacted)\\u00…\" (90 bytes)")]
    [InlineData("To%2Fk%2…", "(redacted)%2…")]
    [InlineData("/x?state=%7B%22t%22%3A%22To%5C%2Fk%5Cu002Ben%201%22%7D", "/x?state=%7B%22t%22%3A%22(redacted)%22%7D")]
    [InlineData("%26%2384%3bo%26%2347%3Bk+en 1", "(redacted)")]
    [InlineData("&#37;54o%2fk&#37;2Ben+1", "(redacted)")]
    [InlineData("%25%32%35%25%33%35%25%33%34o/k+en 1", "(redacted)")]
    [InlineData("%25255Cu0054o%25252Fk+en%252520%2531", "(redacted)")]
    [InlineData("\\u002554o/k\\u00252Ben 1", "(redacted)")]
    [InlineData("54 546f2f6b2b656e2031 54", "54 (redacted) 54")]
    [InlineData("To/k", "To/k")]
    [InlineData("To…", "To…")]
    [InlineData("nothing", "nothing")]
    public void A_secret_is_found_in_every_encoding(string text, string shown) =>
        Redactor.Of("To/k+en 1").Text(text).ShouldBe(shown);

    [Theory]
    [InlineData("""{"auth":"93f7+c2d8~5e"}""")]
    [InlineData("me:93f7+c2d8~5e")]
    [InlineData("93f7+c2d8~5e")]
    [InlineData("x93f7+c2d8~5ex")]
    public void A_secret_is_found_in_base64(string text)
    {
        var shown = Redactor.Of("93f7+c2d8~5e").Text($"<{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}>");

        // At most two characters beside it hold bits of the secret.
        shown.ShouldContain("(redacted)");
        Encoding.UTF8.GetString(Convert.FromBase64String(Padded(shown.Split("(redacted)")[0].TrimStart('<')))).ShouldNotContain("93f");
    }

    [Theory]
    [InlineData("Basic bWU6czNjcmV0", "the password s3cret", "the password (redacted)")]
    [InlineData("Basic bWU6czNjcmV0", "me:s3cret", "(redacted)")]
    [InlineData("Bearer abcdefgh", "abcdefgh", "(redacted)")]
    public void The_secret_in_a_header_is_found_alone(string header, string text, string shown) =>
        Redactor.Of(header).Text(text).ShouldBe(shown);

    [Theory]
    [InlineData("x", "x marks next", "x marks next")]
    [InlineData("x", "x", "(redacted)")]
    [InlineData("user", "user of users, super user", "(redacted) of users, super (redacted)")]
    [InlineData("user", "a%20user\\nuser", "a%20(redacted)\\n(redacted)")]
    [InlineData("user", "User", "User")]
    [InlineData("longtoken", "mylongtokens", "my(redacted)s")]
    public void A_short_secret_does_not_break_words(string secret, string text, string shown) =>
        Redactor.Of(secret).Text(text).ShouldBe(shown);

    [Theory]
    [InlineData("""curl -H "Authorization: Bearer $CONTRACT_TOKEN" """, """curl -H "Authorization: Bearer $CONTRACT_TOKEN" """)]
    [InlineData("$CONTRACT_TOKEN_ADMIN TOKEN", "$CONTRACT_TOKEN_ADMIN (redacted)")]
    [InlineData("CONTRACT_TOKEN", "CONTRACT_(redacted)")]
    public void The_variable_for_a_token_is_shown_even_if_the_token_is_a_part_of_its_name(string text, string shown) =>
        Redactor.Of("TOKEN").Text(text).ShouldBe(shown);

    [Fact]
    public void The_longest_of_several_secrets_is_removed() =>
        Redactor.Of("abcdefgh", "abcdefghijkl").Text("abcdefghijklm").ShouldBe("(redacted)m");

    [Fact]
    public void A_text_without_secrets_takes_no_memory()
    {
        var redactor = Redactor.Of("abcdefgh");
        const string Text = "An answer about %20 and a, b, c…";
        redactor.Text(Text).ShouldBeSameAs(Text);

        var before = GC.GetAllocatedBytesForCurrentThread();
        redactor.Text(Text);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    /// <summary>Each of these took a time that grew with the square of its length, or the characters of every secret.</summary>
    [Theory]
    [InlineData("\\")]
    [InlineData("&")]
    [InlineData("%25")]
    [InlineData("&#84;")]
    [InlineData("%26%23")]
    [InlineData("&#37;&#38;&#x61;")]
    [InlineData("\\u0025")]
    public async Task A_long_text_of_escapes_is_searched_within_seconds(string escape)
    {
        var text = string.Concat(Enumerable.Repeat(escape, 1_500_000 / escape.Length));

        await Task.Run(() => Redactor.Of("To/k+en 1").Text(text), TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    private static string Padded(string base64) => base64[..(base64.Length / 4 * 4)];
}
