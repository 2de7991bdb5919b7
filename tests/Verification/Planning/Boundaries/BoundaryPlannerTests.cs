using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning.Boundaries;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Planning.Boundaries;

/// <summary>Accepted requests at the limits of what is accepted.</summary>
public sealed class BoundaryPlannerTests
{
    [Fact]
    public void A_single_limit_is_a_request_of_its_own()
    {
        var planned = PlannedOperation.WithBody(
            "{ type: object, required: [text], properties: { text: { type: string, maxLength: 5 } } }", "{ text: ab }");

        var boundary = Cases(planned).ShouldHaveSingleItem();

        boundary.Id.ShouldBe("createNote/boundaries/1");
        boundary.Title.ShouldBe("text is \"contr\"");
        PlannedOperation.BodyOf(boundary).ShouldBe("""{"text":"contr"}""");
        boundary.Expectation.ShouldBe(CaseExpectation.Accepted);
        boundary.OnlyIfRefused.ShouldBeNull();
        boundary.Checks.ShouldBe([KeyOf(planned, "maxLength")]);
    }

    [Fact]
    public void Limits_of_several_places_share_a_request_and_each_has_an_isolated_one()
    {
        var planned = PlannedOperation.WithBody(
            "{ type: object, required: [text, stars], properties: { text: { maxLength: 5 }, stars: { maximum: 3 } } }",
            "{ text: ab, stars: 2 }");

        Cases(planned).Select(testCase => (testCase.Id, PlannedOperation.BodyOf(testCase), testCase.OnlyIfRefused)).ShouldBe(
        [
            ("createNote/boundaries/1", """{"text":"contr","stars":3}""", null),
            ("createNote/boundaries/1/1", """{"text":"contr","stars":2}""", "createNote/boundaries/1"),
            ("createNote/boundaries/1/2", """{"text":"ab","stars":3}""", "createNote/boundaries/1"),
        ]);
    }

    [Fact]
    public void A_place_with_several_limits_needs_several_requests()
    {
        var planned = PlannedOperation.WithBody(
            "{ type: object, required: [stars], properties: { stars: { type: integer, minimum: 1, maximum: 3 } } }", "{ stars: 2 }");

        Cases(planned).Select(testCase => (testCase.Id, PlannedOperation.BodyOf(testCase))).ShouldBe(
            [("createNote/boundaries/1", """{"stars":1}"""), ("createNote/boundaries/2", """{"stars":3}""")]);
    }

    [Fact]
    public void Everything_optional_is_left_out_in_one_request()
    {
        var planned = PlannedOperation.WithBody(
            "{ type: object, properties: { a: { type: string }, b: { type: string } } }", "{ a: x, b: y }");

        var minimal = Cases(planned).Single(testCase => testCase.Id == "createNote/minimal");

        minimal.Title.ShouldBe("everything optional is left out");
        PlannedOperation.BodyOf(minimal).ShouldBe("{}");
    }

    [Fact]
    public void A_limit_that_another_rule_forbids_is_not_sent()
    {
        var planned = PlannedOperation.WithBody(
            "{ type: object, required: [stars], properties: { stars: { type: integer, maximum: 3, not: { const: 3 } } } }",
            "{ stars: 2 }");

        Cases(planned).ShouldBeEmpty();
    }

    [Fact]
    public void A_value_that_no_rule_of_limits_is_about_is_evidence_for_the_plain_request()
    {
        var planned = PlannedOperation.WithBody("{ type: object, properties: { a: {} } }", "{ a: x }");

        var without = Cases(planned).Single(testCase => testCase.Title == "a is left out");

        without.Checks.ShouldBe([new CheckKey(CheckIds.Plain, "createNote")]);
    }

    private static List<ContractCase> Cases(PlannedOperation planned) =>
        [.. new BoundaryPlanner(planned.Drafts, planned.Writer).Cases()];

    private static CheckKey KeyOf(PlannedOperation planned, string keyword) =>
        planned.Checks.All.Single(check => check.Rule?.Keyword == keyword).Key;
}
