using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning.Refusals;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Planning.Refusals;

/// <summary>Bodies that a server cannot read, or need not take.</summary>
public sealed class UnreadableBodyPlannerTests
{
    [Fact]
    public void A_body_that_is_cut_off_must_be_refused_as_not_being_JSON()
    {
        var planned = PlannedOperation.WithBody("{ type: object, properties: { text: { type: string } } }", "{ text: ab }");

        var cut = Cases(planned)[0];

        cut.Id.ShouldBe("createNote/malformed-json");
        PlannedOperation.BodyOf(cut).ShouldBe("""{"text":"ab""");
        cut.Expectation.ShouldBe(CaseExpectation.Refused);
        cut.Checks.Count.ShouldBe(2);
        cut.Checks[0].Id.ShouldBe(CheckIds.MalformedJson);
    }

    [Fact]
    public void Bodies_that_all_operations_share_are_charged_neither_as_kept_nor_as_hashed()
    {
        var planned = PlannedOperation.WithBody("{ type: object }", "{}");
        var before = planned.Drafts.Budget.Spent;

        var cases = Cases(planned);

        cases.Sum(testCase => testCase.Body.Length).ShouldBeGreaterThan(1_000_000);
        (planned.Drafts.Budget.Spent - before).ShouldBeLessThan(20_000);
    }

    [Fact]
    public void The_shortest_body_is_cut_to_an_open_object() =>
        PlannedOperation.BodyOf(Cases(PlannedOperation.WithBody("{ type: object }", "{}"))[0]).ShouldBe("{");

    [Fact]
    public void A_deep_body_and_a_large_one_must_not_make_the_server_fail()
    {
        var (deep, large) = Cases(PlannedOperation.WithBody("{ type: object }", "{}")) is [_, var second, var third]
            ? (second, third) : throw new InvalidOperationException();

        deep.Id.ShouldBe("createNote/deep-body");
        PlannedOperation.BodyOf(deep).ShouldBe(new string('[', 2_000) + new string(']', 2_000));
        large.Id.ShouldBe("createNote/large-body");
        PlannedOperation.BodyOf(large).Length.ShouldBe("{\"contract_kit_large\":\"\"}".Length + 1_048_576);
        deep.Expectation.ShouldBe(CaseExpectation.NoServerError);
        large.Expectation.ShouldBe(CaseExpectation.NoServerError);
    }

    [Fact]
    public void A_body_that_is_not_JSON_has_no_such_case() => Cases(PlannedOperation.Of("""
          /notes:
            post:
              operationId: createNote
              requestBody: { required: true, content: { text/plain: { schema: { type: string }, example: ab } } }
              responses: { '201': { description: Created. } }
        """)).ShouldBeEmpty();

    private static List<ContractCase> Cases(PlannedOperation planned) =>
        [.. new UnreadableBodyPlanner(planned.Drafts, planned.Writer, planned.Checks, planned.Requests).Cases()];
}
