using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;

namespace SocialContract.Verification.Tests.Planning;

/// <summary>Which checks a pattern of <c>--only</c> selects.</summary>
public sealed class CheckPatternTests
{
    private static readonly CheckKey Check = new("NewNote/text/maxLength", "createNote");

    [Theory]
    [InlineData("createNote")]
    [InlineData("NewNote/text/maxLength")]
    [InlineData("createNote/NewNote/text/maxLength")]
    [InlineData("*/maxLength")]
    [InlineData("create*")]
    [InlineData("createNote/*")]
    [InlineData("*")]
    public void An_operation_a_rule_or_both_fit(string pattern) => new CheckPattern(pattern).Fits(Check).ShouldBeTrue();

    [Theory]
    [InlineData("createnote")]
    [InlineData("create")]
    [InlineData("maxLength")]
    [InlineData("create.*")]
    [InlineData("")]
    public void Case_and_the_whole_text_count_and_only_the_star_is_special(string pattern) =>
        new CheckPattern(pattern).Fits(Check).ShouldBeFalse();
}
