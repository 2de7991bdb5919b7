using SocialContract.Contract.Generation.Data;
using SocialContract.Contract.Generation.Data.Texts;
using SocialContract.JsonSchema.Patterns;

namespace SocialContract.Contract.Generation.Tests.Data.Texts;

public class PatternTextTests
{
    [Theory]
    [InlineData("^[A-Z]{3}-\\d{4}$", 0, 100)]
    [InlineData("^(a|bc){3,}$", 11, 11)]
    [InlineData("abc", 10, 10)]
    [InlineData("^abc", 7, 7)]
    [InlineData("abc$", 7, 7)]
    [InlineData("^$", 0, 10)]
    [InlineData("^x?$", 1, 1)]
    [InlineData("^(\\d{3}-)?\\d{3}$", 4, 100)]
    [InlineData("^(?=.*\\d)(?=.*[A-Z]).{6,}$", 6, 6)]
    [InlineData("^(?!foo)[a-z]{3}$", 0, 10)]
    [InlineData("^(.)(.)\\2\\1$", 4, 4)]
    [InlineData("\\bword\\b", 8, 20)]
    [InlineData("^[^a-zA-Z0-9]$", 0, 10)]
    [InlineData("^\\p{Lu}\\p{Ll}+$", 3, 9)]
    [InlineData("^\\u{1F600}{2}$", 2, 2)]
    [InlineData("^(a+)+$", 300, 300)]
    [InlineData("^[\\s\\S]*$", 5, 5)]
    [InlineData("a|^b$|c", 1, 1)]
    public void The_text_matches_and_has_a_length_within_the_limits(string expression, int min, int max)
    {
        EcmaPattern.TryParse(expression, out var pattern, out var fault).ShouldBeTrue(fault);

        for (ulong seed = 0; seed < 20; seed++)
        {
            var text = PatternText.Generate(pattern!, min, max, new SeededRandom(seed), _ => true).ShouldNotBeNull();

            pattern!.IsMatch(text).ShouldBeTrue(text);
            text.EnumerateRunes().Count().ShouldBeInRange(min, max);
        }
    }

    [Theory]
    [InlineData("^ab$", 3, 10)]
    [InlineData("^(aa)*$", 3, 3)]
    [InlineData("^a{5,}$", 0, 4)]
    [InlineData("^[]$", 0, 10)]
    public void Lengths_that_the_pattern_cannot_have_give_nothing(string expression, int min, int max)
    {
        EcmaPattern.TryParse(expression, out var pattern, out var fault).ShouldBeTrue(fault);

        PatternText.Generate(pattern!, min, max, new SeededRandom(1), _ => true).ShouldBeNull();
    }

    [Fact]
    public void Other_conditions_are_tried_until_one_text_meets_them()
    {
        EcmaPattern.TryParse("^[a-c]{2}$", out var pattern, out _).ShouldBeTrue();

        PatternText.Generate(pattern!, 0, 10, new SeededRandom(1), text => text == "cb").ShouldBe("cb");
    }
}
