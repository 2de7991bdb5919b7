using System.Text;
using SocialContract.Contract.Diagnostics;

namespace SocialContract.Contract.Tests.Diagnostics;

/// <summary>Found values in messages, cut to a length that a reader can take in.</summary>
public sealed class ShortenedTests
{
    /// <summary>50 characters.</summary>
    private const string Fifty = "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeee";

    [Theory]
    [InlineData("", "nothing")]
    [InlineData("a b", "\"a b\"")]
    [InlineData(Fifty + "0123456789", "\"" + Fifty + "0123456789\"")]
    [InlineData(Fifty + "0123456789x", "\"" + Fifty + "0123456789…\" (61 characters)")]
    [InlineData(Fifty + "012345678😀", "\"" + Fifty + "012345678…\" (61 characters)")]
    public void A_text_is_quoted_and_only_a_long_one_is_cut_and_measured(string text, string expected) =>
        Shortened.Text(text).ShouldBe(expected);

    [Theory]
    [InlineData("", "")]
    [InlineData(Fifty + "0123456789", Fifty + "0123456789")]
    [InlineData(Fifty + "0123456789x", Fifty + "0123456789…")]
    public void A_name_has_no_quotes(string name, string expected) => Shortened.Name(name).ShouldBe(expected);

    [Theory]
    [InlineData("", "", "", "")]
    [InlineData("abc", "abc", "abc", "abc")]
    [InlineData("abcd", "abc…", "abc… (4 characters)", "abc… (4 bytes)")]
    [InlineData("abé", "abé", "abé", "ab… (4 bytes)")]
    public void A_text_may_be_cut_to_another_length_and_be_measured(string text, string cut, string measured, string inBytes)
    {
        Shortened.To(text, 3).ShouldBe(cut);
        Shortened.Measured(text, 3).ShouldBe(measured);
        Shortened.Measured(Encoding.UTF8.GetBytes(text), 3).ShouldBe(inBytes);
    }
}
