using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning.Boundaries;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Planning.Boundaries;

/// <summary>Accepted requests of another alternative than the plain one.</summary>
public sealed class AlternativePlannerTests
{
    [Theory]
    [InlineData("oneOf")]
    [InlineData("anyOf")]
    public void The_alternative_that_the_plain_request_is_not_of_has_a_request(string keyword)
    {
        var planned = PlannedOperation.WithBody(
            $"{{ type: object, required: [to], properties: {{ to: {{ {keyword}: [ {{ type: string }}, {{ const: 7 }} ] }} }} }}",
            "{ to: ab }");

        var other = Cases(planned).ShouldHaveSingleItem();

        other.Id.ShouldBe($"{planned.Checks.All.Single(check => check.Rule?.Keyword == keyword).Key.Id}/alternative/2");
        other.Title.ShouldBe("to matches alternative 2");
        PlannedOperation.BodyOf(other).ShouldBe("""{"to":7}""");
        other.Expectation.ShouldBe(CaseExpectation.Accepted);
    }

    [Fact]
    public void The_other_side_of_a_condition_has_a_request()
    {
        var planned = PlannedOperation.WithBody(
            "{ type: object, if: { properties: { kind: { const: a } }, required: [kind] }, then: { required: [size] } }",
            "{ kind: a, size: 1 }");

        var other = Cases(planned).ShouldHaveSingleItem();

        other.Title.ShouldBe("the body does not match its condition");
        PlannedOperation.BodyOf(other).ShouldBe("""{"size":1}""");
    }

    [Fact]
    public void An_alternative_that_another_rule_forbids_has_none()
    {
        var planned = PlannedOperation.WithBody(
            "{ type: object, required: [to], properties: { to: { type: string, anyOf: [ { type: string }, { const: 7 } ] } } }",
            "{ to: ab }");

        Cases(planned).ShouldBeEmpty();
    }

    private static List<ContractCase> Cases(PlannedOperation planned) =>
        [.. new AlternativePlanner(planned.Api.View, planned.Drafts, planned.Source, planned.Writer).Cases()];
}
