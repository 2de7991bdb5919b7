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

    [Theory]
    [InlineData(
        "{ required: [kind], properties: { kind: { enum: [a, b] } }, if: { properties: { kind: { const: a } } }, then: {} }",
        "{ kind: a }",
        """{"kind":"b"}""")]
    [InlineData(
        "{ required: [on], properties: { on: { type: boolean } }, if: { properties: { on: { const: true } } }, then: {} }",
        "{ on: true }",
        """{"on":false}""")]
    [InlineData(
        "{ allOf: [{ required: [kind], properties: { kind: { enum: [a, b] } } }, "
            + "{ if: { allOf: [{ properties: { kind: { const: a } } }] }, then: {} }] }",
        "{ kind: a }",
        """{"kind":"b"}""")]
    [InlineData(
        "{ required: [at], properties: { at: { required: [land], properties: { land: { enum: [US, NL] } } } }, "
            + "if: { properties: { at: { properties: { land: { const: US } } } } }, then: {} }",
        "{ at: { land: US } }",
        """{"at":{"land":"NL"}}""")]
    [InlineData(
        "{ required: [n], properties: { n: { type: integer, minimum: 1, maximum: 9 } }, "
            + "if: { properties: { n: { minimum: 5 } } }, then: {} }",
        "{ n: 7 }",
        """{"n":4}""")]
    [InlineData(
        "{ required: [kind], properties: { kind: { enum: [a, b] }, size: { type: integer } }, "
            + "if: { properties: { kind: { const: a } } }, else: { required: [size], properties: { size: { const: 3 } } } }",
        "{ kind: a }",
        """{"kind":"b","size":3}""")]
    public void A_condition_that_the_plain_request_matches_has_a_request_that_does_not(string schema, string plain, string expected)
    {
        var other = Cases(PlannedOperation.WithBody(schema, plain)).ShouldHaveSingleItem();

        other.Title.ShouldBe("the body does not match its condition");
        PlannedOperation.BodyOf(other).ShouldBe(expected);
    }

    [Fact]
    public void A_condition_behind_a_reference_has_a_request_for_each_result()
    {
        var planned = PlannedOperation.WithBody(
            "{ properties: { kind: { enum: [a, b] } }, required: [kind], if: { $ref: '#/components/schemas/IsA' }, then: {} }",
            "{ kind: b }",
            "{ IsA: { properties: { kind: { $ref: '#/components/schemas/A' } } }, A: { const: a } }");

        var other = Cases(planned).ShouldHaveSingleItem();

        other.Title.ShouldBe("the body matches its condition");
        PlannedOperation.BodyOf(other).ShouldBe("""{"kind":"a"}""");
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
