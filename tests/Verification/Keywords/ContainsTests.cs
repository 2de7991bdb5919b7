namespace SocialContract.Verification.Tests.Keywords;

/// <summary>The rule of <c>contains</c> says how many elements must match.</summary>
public sealed class ContainsTests
{
    [Theory]
    [InlineData("", "v contains an element that matches its schema")]
    [InlineData("minContains: 1", "v contains at least 1 element that matches its schema")]
    [InlineData("minContains: 2", "v contains at least 2 elements that match its schema")]
    [InlineData("maxContains: 1", "v contains exactly 1 element that matches its schema")]
    [InlineData("maxContains: 3", "v contains 1 to 3 elements that match its schema")]
    [InlineData("minContains: 2, maxContains: 2", "v contains exactly 2 elements that match its schema")]
    [InlineData("minContains: 2, maxContains: 5", "v contains 2 to 5 elements that match its schema")]
    [InlineData("minContains: 0, maxContains: 1", "v contains at most 1 element that matches its schema")]
    public void A_statement_says_how_many_elements_must_match(string counts, string statement) =>
        new MemberDocument($"{{ type: array, contains: {{ const: 1 }}, {counts} }}").RulesOf("contains").First().Statement
            .ShouldBe(statement);

    [Fact]
    public void Without_a_count_that_can_be_missed_there_is_no_rule() =>
        new MemberDocument("{ type: array, contains: { const: 1 }, minContains: 0 }").RulesOf("contains").ShouldBeEmpty();
}
