using SocialContract.Contract.Provenances;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning.Boundaries;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Planning.Boundaries;

/// <summary>A request with members that the document does not describe.</summary>
public sealed class UnknownMemberPlannerTests
{
    [Fact]
    public void Every_object_gets_one()
    {
        var planned = PlannedOperation.WithBody(
            "{ type: object, properties: { size: { type: object, properties: { width: { type: integer } } } } }", "{ size: { width: 1 } }");

        var testCase = Cases(planned).ShouldHaveSingleItem();

        testCase.Id.ShouldBe("createNote/unknown-members");
        PlannedOperation.BodyOf(testCase)
            .ShouldBe("""{"size":{"width":1,"contract_kit_unknown":"contract-kit"},"contract_kit_unknown":"contract-kit"}""");
        testCase.Expectation.ShouldBe(CaseExpectation.Accepted);
    }

    [Fact]
    public void An_object_that_forbids_them_stays_as_it_is()
    {
        var planned = PlannedOperation.WithBody(
            "{ type: object, additionalProperties: false, "
            + "properties: { size: { type: object, properties: { width: { type: integer } } } } }",
            "{ size: { width: 1 } }");

        PlannedOperation.BodyOf(Cases(planned).ShouldHaveSingleItem())
            .ShouldBe("""{"size":{"width":1,"contract_kit_unknown":"contract-kit"}}""");
    }

    [Theory]
    [InlineData("{ type: object, additionalProperties: false }", "{}")]
    [InlineData("{ type: array, items: { type: string } }", "[a]")]
    public void There_is_no_request_and_no_check_where_nothing_takes_them(string schema, string example)
    {
        var planned = PlannedOperation.WithBody(schema, example);

        Cases(planned).ShouldBeEmpty();
        planned.Checks.Contains(CheckIds.UnknownMembers).ShouldBeFalse();
    }

    [Fact]
    public void The_document_only_assumes_that_they_are_accepted()
    {
        var planned = PlannedOperation.WithBody("{ type: object }", "{}");

        Cases(planned);

        planned.Checks.All.Single(check => check.Key.Id == CheckIds.UnknownMembers).Source.ShouldBe(RuleSource.Assumed);
    }

    private static IReadOnlyList<ContractCase> Cases(PlannedOperation planned) =>
        new UnknownMemberPlanner(planned.Drafts, planned.Writer, planned.Checks).Cases();
}
