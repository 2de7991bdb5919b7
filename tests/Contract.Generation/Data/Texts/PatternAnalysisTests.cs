using SocialContract.Contract.Generation.Data.Texts;
using SocialContract.JsonSchema.Patterns;

namespace SocialContract.Contract.Generation.Tests.Data.Texts;

public class PatternAnalysisTests
{
    [Theory]
    [InlineData("abc", 3)]
    [InlineData("a{3,}b?", 3)]
    [InlineData("ab|c", 1)]
    [InlineData("(ab|cde){2}", 4)]
    [InlineData("^$", 0)]
    public void The_least_length_is_that_of_the_shortest_match(string pattern, int length) =>
        PatternAnalysis.LeastLength(Root(pattern)).ShouldBe(length);

    [Theory]
    [InlineData("\\d+", 6)]
    [InlineData("\\d{8,}", 8)]
    [InlineData("\\d{1,3}", 3)]
    [InlineData("ab?", 1)]
    [InlineData("ab|cde", 2)]
    public void The_preferred_length_looks_like_a_word_of_the_first_branch(string pattern, int length) =>
        PatternAnalysis.PreferredLength(Root(pattern)).ShouldBe(length);

    [Theory]
    [InlineData("(a)\\1", true)]
    [InlineData("((a)|b\\2)+", true)]
    [InlineData("(a)b", false)]
    public void Back_references_are_found(string pattern, bool found) => PatternAnalysis.HasBackreference(Root(pattern)).ShouldBe(found);

    [Theory]
    [InlineData("^a$", 0)]
    [InlineData("^a", 1)]
    [InlineData("a$", 1)]
    [InlineData("a", 2)]
    public void Padding_is_added_where_the_pattern_is_not_anchored(string pattern, int paddings) =>
        PatternAnalysis.Padded(Root(pattern)).ShouldBeOfType<PatternNode.Sequence>().Items
            .OfType<PatternNode.Repetition>().Count(PatternAnalysis.IsPadding).ShouldBe(paddings);

    private static PatternNode Root(string pattern)
    {
        EcmaPattern.TryParse(pattern, out var parsed, out _).ShouldBeTrue();
        return parsed!.Root;
    }
}
