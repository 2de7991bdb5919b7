using SocialContract.MockServer.Stubs.RegularExpressions;

namespace SocialContract.MockServer.Tests.Stubs.RegularExpressions;

public class StubRegexTests
{
    [Theory]
    [InlineData("a.c", "abc", true)]
    [InlineData("a.c", "a\nc", true)]
    [InlineData("a|b", "b", true)]
    [InlineData("a|b", "ab", false)]
    [InlineData(@"\d+", "12", true)]
    [InlineData(@"\d+", "\u0661\u0662", false)]
    [InlineData(@"\w+", "\u00E9", false)]
    [InlineData(@"[\w-]+", "a-b", true)]
    [InlineData(@"[\w-x]+", "-`", false)]
    [InlineData(@"[\d-.]+", "1-.", true)]
    [InlineData(@"[^\d\s]+", "ab", true)]
    [InlineData(@"[^\d\s]+", "a b", false)]
    [InlineData(@"[\D]", "1", false)]
    [InlineData(@"[\D]", "a", true)]
    [InlineData(@"[^\D]", "1", true)]
    [InlineData(@"[^\D]", "a", false)]
    [InlineData("[]a]+", "]a", true)]
    [InlineData("[^]a]", "]", false)]
    [InlineData("[a[bc]d]+", "abcd", true)]
    [InlineData("[^a[b]]", "b", false)]
    [InlineData("[^a[b]]", "c", true)]
    [InlineData("[a-z&&[aeiou]]+", "aei", true)]
    [InlineData("[a-z&&[aeiou]]+", "abc", false)]
    [InlineData("[a-z&&[^aeiou]&&[^x]]+", "bcd", true)]
    [InlineData("[a-z&&[^aeiou]&&[^x]]+", "xyz", false)]
    [InlineData("[^a-z&&[aeiou]]", "b", true)]
    [InlineData(@"\Q[a].\E+", "[a]..", true)]
    [InlineData(@"\Qa.b", "a.b", true)]
    [InlineData(@"[\Q-]\Ex]+", "]-x", true)]
    [InlineData("(ab)*+c", "ababc", true)]
    [InlineData(".*+c", "abc", false)]
    [InlineData("a{1,2}+a", "aa", false)]
    [InlineData("a{2}", "aa", true)]
    [InlineData("a??b", "ab", true)]
    [InlineData(@"\p{Upper}\p{Lower}+", "Abc", true)]
    [InlineData(@"\p{javaLowerCase}\pL", "\u00E9\u00C9", true)]
    [InlineData(@"\p{Punct}+", "[]^-\\~", true)]
    [InlineData(@"\p{Punct}", "a", false)]
    [InlineData(@"\P{Alpha}", "1", true)]
    [InlineData(@"[^\p{Alpha}]", "a", false)]
    [InlineData(@"[\P{Alpha}_]+", "1_", true)]
    [InlineData(@"\p{Lu}\p{IsL}\p{InGreek}", "A\u00E9\u03B1", true)]
    [InlineData(@"\h\R\v", "\u00A0\r\n\u2028", true)]
    [InlineData(@"\x41\u0042\x{43}\0104", "ABCD", true)]
    [InlineData(@"\t\e\.\-\/", "\t\u001B.-/", true)]
    [InlineData("(?i)abc", "aBC", true)]
    [InlineData("a(?i:b)c", "aBc", true)]
    [InlineData("a(?i:b)c", "aBC", false)]
    [InlineData("(?u)a", "a", true)]
    [InlineData("(?<year>[0-9]{4})-\\k<year>", "2020-2020", true)]
    [InlineData(@"(a|b)\1", "bb", true)]
    [InlineData(@"(a|b)\1", "ab", false)]
    [InlineData("(?<!b)a(?=c)c", "ac", true)]
    [InlineData("(?:ab)+", "abab", true)]
    [InlineData("(?>a+)a", "aa", false)]
    [InlineData("^abc$", "abc", true)]
    [InlineData("^abc$", "abc\n", false)]
    [InlineData("#a b", "#a b", true)]
    [InlineData("\U0001F600+", "\U0001F600\U0001F600", true)]
    [InlineData("", "", true)]
    [InlineData("a]}", "a]}", true)]
    public void Matches_as_in_Java(string expression, string text, bool matches)
    {
        var regex = StubRegex.Create(expression, out var fault);

        fault.ShouldBe("");
        regex!.IsMatch(text, new()).ShouldBe(matches);
    }

    [Theory]
    [InlineData("a[", "not a regular expression: the character class at 1 is not closed")]
    [InlineData("a[b&&", "not a regular expression: the character class at 1 is not closed")]
    [InlineData("(a", "not a regular expression: a parenthesis is not closed")]
    [InlineData("a)", "not a regular expression: a parenthesis is closed that was not opened")]
    [InlineData("*a", "not a regular expression: the quantifier at 0 follows nothing that could be repeated")]
    [InlineData("a**", "not a regular expression: the quantifier at 2 follows nothing that could be repeated")]
    [InlineData("[z-a]", "not a regular expression: a range in a character class is reversed")]
    [InlineData("[a-\\d]", "not a regular expression: a range in a character class is reversed")]
    [InlineData("a{3,2}", "not a regular expression: the bounds of a quantifier are reversed")]
    [InlineData("a\\", "not a regular expression: it ends with a backslash")]
    [InlineData("\\y", "not a regular expression: \\y at 0 is not an escape that is supported")]
    [InlineData("\\p{IsLatin}", "not a regular expression: it names a Unicode property that .NET does not have")]
    [InlineData("\\p{Alpha", "not a regular expression: the property at 2 is not closed: write \\p{Name}")]
    [InlineData("(?x)a b", "not a regular expression: the flags 'x' at 0 are not supported; i, m and s are")]
    [InlineData("(a)\\2", "not a regular expression: it refers to a group that it does not have")]
    [InlineData("\\x{1F600}", "not a regular expression: the character at 0 is not one of U+0000 to U+FFFF")]
    public void An_expression_that_cannot_be_used_is_refused_with_the_reason(string expression, string expected)
    {
        StubRegex.Create(expression, out var fault).ShouldBeNull();

        fault.ShouldBe(expected);
    }

    [Fact]
    public void A_very_long_expression_is_refused()
    {
        StubRegex.Create(new string('a', 10_001), out var fault).ShouldBeNull();

        fault.ShouldBe("a regular expression of 10001 characters; at most 10000 are accepted");
    }

    [Fact]
    public void Deeply_nested_classes_are_refused()
    {
        StubRegex.Create(new string('[', 5_000), out var fault).ShouldBeNull();

        fault.ShouldContain("nested more than 20 deep");
    }

    [Fact]
    public void Nested_repetitions_take_linear_time()
    {
        var timeouts = new PatternTimeouts();

        StubRegex.Create("(a+)+b", out _)!.IsMatch(new string('a', 50_000), timeouts).ShouldBeFalse();

        timeouts.Expressions.ShouldBeEmpty();
    }

    [Fact]
    public void An_expression_that_takes_too_long_does_not_match_and_is_recorded()
    {
        var timeouts = new PatternTimeouts();

        StubRegex.Create("(?=(a+)+b).*", out _)!.IsMatch(new string('a', 40), timeouts).ShouldBeFalse();

        timeouts.Expressions.ShouldBe(["(?=(a+)+b).*"]);
    }

    [Theory]
    [InlineData("(a{1000}){1000}")]
    [InlineData("((a{0,500}){0,500}){0,500}b")]
    [InlineData("([a-z]*[0-9]*){100}x")]
    public void Large_repetitions_are_bounded(string expression)
    {
        var timeouts = new PatternTimeouts();

        StubRegex.Create(expression, out _)?.IsMatch(new string('a', 100_000), timeouts).ShouldBeFalse();
    }
}
