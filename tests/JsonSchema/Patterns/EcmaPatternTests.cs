using System.Text;
using SocialContract.JsonSchema.Patterns;

namespace SocialContract.JsonSchema.Tests.Patterns;

public sealed class EcmaPatternTests
{
    [Theory]
    [InlineData("^abc$", "abc\n", false)]
    [InlineData("b", "abc", true)]
    [InlineData(@"^\d+$", "٣", false)]
    [InlineData(@"^\w$", "é", false)]
    [InlineData(@"^\s$", "\uFEFF", true)]
    [InlineData(@"^.$", "🐲", true)]
    [InlineData(@"^.$", "\u2028", false)]
    [InlineData(@"^[^a]$", "🐲", true)]
    [InlineData(@"^[🐀-🐲]+$", "🐲🐁", true)]
    [InlineData(@"^[🐀-🐲]+$", "🐳", false)]
    [InlineData(@"^\u{1F432}{2}$", "🐲🐲", true)]
    [InlineData(@"^\uD83D\uDC32$", "🐲", true)]
    [InlineData(@"^[]$", "a", false)]
    [InlineData(@"^[^]$", "\n", true)]
    [InlineData(@"^\cA\x41\0$", "\u0001A\0", true)]
    [InlineData(@"^[\b]$", "\b", true)]
    [InlineData(@"\bword\b", "a word.", true)]
    [InlineData(@"\bword\b", "éword", true)]
    [InlineData(@"^(?:(a)|b)\1$", "b", true)]
    [InlineData(@"^(a)\1$", "aa", true)]
    [InlineData(@"^(?<x>a|b)\k<x>$", "ab", false)]
    [InlineData(@"^(?=.*\d)(?!.*x).+$", "a1", true)]
    [InlineData(@"(?<=a+)b", "aab", true)]
    [InlineData(@"^\p{Lu}\p{Script=Greek}\P{L}$", "Aα1", true)]
    [InlineData(@"^\p{Letter}+$", "åßλ", true)]
    [InlineData(@"^\p{sc=Cyrl}+$", "привет", true)]
    [InlineData(@"^a{2,3}?$", "aaa", true)]
    [InlineData(@"^\d{4}\-\d{2}$", "2024-06", true)]
    [InlineData(@"^{id}$", "{id}", true)]
    [InlineData("", "anything", true)]
    public void A_pattern_means_what_ecma_262_says(string pattern, string text, bool matches)
    {
        EcmaPattern.TryParse(pattern, out var parsed, out var fault).ShouldBeTrue(fault);

        parsed!.IsMatch(text).ShouldBe(matches);
        parsed.IsMatch(Encoding.UTF8.GetBytes(text)).ShouldBe(matches);
    }

    [Theory]
    [InlineData("(a")]
    [InlineData("a)")]
    [InlineData("[a")]
    [InlineData("[b-a]")]
    [InlineData(@"[\d-z]")]
    [InlineData("*a")]
    [InlineData("a**")]
    [InlineData("a{2,1}")]
    [InlineData("{2}")]
    [InlineData("^*")]
    [InlineData("(?=a)*")]
    [InlineData(@"\a")]
    [InlineData(@"\")]
    [InlineData(@"\1")]
    [InlineData(@"\k<x>")]
    [InlineData("(?P<x>a)")]
    [InlineData("(?i)a")]
    [InlineData("(?<x>a)(?<x>b)")]
    [InlineData("(?<1>a)")]
    [InlineData(@"\u{110000}")]
    [InlineData(@"\p{Nope}")]
    [InlineData(@"\x4")]
    [InlineData(@"\01")]
    public void A_malformed_pattern_is_refused_with_the_offset(string pattern)
    {
        EcmaPattern.TryParse(pattern, out var parsed, out var fault).ShouldBeFalse();

        parsed.ShouldBeNull();
        fault.ShouldContain("at offset ");
    }

    [Fact]
    public void The_tree_shows_what_was_written()
    {
        EcmaPattern.TryParse("^a{2,}(?<n>b|c)$", out var parsed, out _).ShouldBeTrue();

        var sequence = parsed!.Root.ShouldBeOfType<PatternNode.Sequence>();
        sequence.Items[0].ShouldBe(new PatternNode.Assertion(AssertionKind.Start));
        var repetition = sequence.Items[1].ShouldBeOfType<PatternNode.Repetition>();
        (repetition.Min, repetition.Max, repetition.Lazy).ShouldBe((2, null, false));
        repetition.Body.ShouldBeOfType<PatternNode.CharacterSet>().Set.Contains('a').ShouldBeTrue();
        var capture = sequence.Items[2].ShouldBeOfType<PatternNode.Capture>();
        (capture.Number, capture.Name).ShouldBe((1, "n"));
        capture.Body.ShouldBeOfType<PatternNode.Alternation>().Branches.Count.ShouldBe(2);
    }

    [Fact]
    public void A_nested_repetition_takes_no_exponential_time()
    {
        EcmaPattern.TryParse("^(a+)+$", out var parsed, out _).ShouldBeTrue();

        parsed!.IsMatch(new string('a', 100_000) + "b").ShouldBeFalse();
    }

    [Fact]
    public void A_pattern_that_has_to_backtrack_is_stopped()
    {
        EcmaPattern.TryParse(@"^(?=(a+)+$)", TimeSpan.FromMilliseconds(50), out var parsed, out _).ShouldBeTrue();

        Should.Throw<PatternTimeoutException>(() => parsed!.IsMatch(new string('a', 60) + "b"));
    }

    [Fact]
    public void A_repetition_too_large_for_the_linear_engine_is_decided_by_the_bounded_one()
    {
        EcmaPattern.TryParse("^[a-z]{1000,2000}$", out var pattern, out _).ShouldBeTrue();

        pattern!.IsMatch(Encoding.UTF8.GetBytes(new string('a', 1500))).ShouldBeTrue();
        pattern.IsMatch(Encoding.UTF8.GetBytes(new string('a', 999))).ShouldBeFalse();
    }
}
