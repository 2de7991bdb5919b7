using SocialContract.Contract;
using SocialContract.Contract.Generation;
using SocialContract.Contract.Provenances;
using SocialContract.Contract.Resources;
using SocialContract.Tests.Support;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Planning.Requests;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Planning;

/// <summary>The checks and cases of one operation.</summary>
public sealed class OperationPlannerTests
{
    private static readonly ContractDescription Api = Shipped.LoadText(SmallDocument.Of("""
          /notes:
            x-source: assumed
            post:
              operationId: createNote
              x-source: stated
              requestBody:
                required: true
                content: { application/json: { schema: { type: object, properties: { stars: { type: integer, minimum: 1 } } } } }
              responses:
                '201':
                  description: Created.
                  content: { application/json: { schema: { type: object, required: [id], properties: { id: { type: integer } } } } }
                '422': { description: Refused. }
          /notes/{id}:
            parameters:
              - { name: id, in: path, required: true, schema: { type: integer } }
              - { name: limit, in: query, schema: { type: integer, minimum: 1, maximum: 3 }, example: 2 }
            get: { operationId: readNote, responses: { '200': { description: The note. } } }
            delete: { operationId: deleteNote, responses: { '204': { description: Deleted. }, '422': { description: Refused. } } }
          /other:
            post: { operationId: other, responses: { '201': { description: Created. } } }
          /silent:
            get: { operationId: silent }
        """));

    [Fact]
    public void Checks_are_in_the_order_of_the_request_and_then_of_the_responses() =>
        Of("createNote").Checks.All.Select(check => check.Key.Id).ShouldBe(
        [
            "check/route",
            "check/plain-request",
            "createNote/body/required",
            "createNote/body/content-type",
            "createNote/body/type",
            "createNote/body/stars/type",
            "createNote/body/stars/minimum",
            "check/other-media-type",
            "check/unknown-members",
            "check/malformed-json",
            "check/deep-body",
            "check/large-body",
            "createNote/status",
            "createNote/201/content-type",
            "createNote/201/type",
            "createNote/201/required/id",
            "createNote/201/id/type",
        ]);

    [Fact]
    public void What_an_operation_cannot_be_asked_for_has_the_reason_and_no_request()
    {
        var plan = Of("createNote", "the kit itself failed");

        (plan.Plain, plan.Fixture).ShouldBe((null, null));
        plan.Cases.ShouldBeEmpty();
        plan.RequestChecks.Select(check => check.Id).ShouldBe(
        [
            "check/route", "check/plain-request", "createNote/body/required", "createNote/body/content-type", "createNote/body/type",
            "createNote/body/stars/type", "createNote/body/stars/minimum",
        ]);
        plan.Checks.All.Where(check => plan.RequestChecks.Contains(check.Key))
            .ShouldAllBe(check => check.NotExercised == "the kit itself failed");
        plan.Checks.All.Select(check => check.Key.Id).ShouldContain("createNote/201/id/type");
    }

    [Fact]
    public void An_operation_without_responses_is_not_asked() =>
        Of("silent").Checks.All[0].NotExercised.ShouldBe("the document describes no response to it");

    [Fact]
    public void A_route_is_as_sure_as_its_path_and_a_plain_request_as_its_operation()
    {
        var checks = Of("createNote").Checks.All;

        (checks[0].Source, checks[0].Statement).ShouldBe((RuleSource.Assumed, "POST /notes exists"));
        checks[1].Source.ShouldBe(RuleSource.Stated);
    }

    [Fact]
    public void A_plain_request_is_about_the_rules_that_it_keeps_and_must_be_accepted()
    {
        var plain = Of("createNote").Plain.ShouldNotBeNull();

        (plain.Id, plain.Expectation).ShouldBe(("createNote/plain", CaseExpectation.Accepted));
        plain.Checks.ShouldContain(new CheckKey("check/plain-request", "createNote"));
        plain.Checks.ShouldContain(new CheckKey("createNote/body/stars/minimum", "createNote"));
    }

    [Theory]
    [InlineData("createNote", "createNote/fixture")]
    [InlineData("other", null)]
    [InlineData("readNote", null)]
    public void Only_a_creating_operation_whose_ids_others_need_has_a_request_for_them(string operation, string? expected) =>
        Of(operation).Fixture?.Id.ShouldBe(expected);

    [Fact]
    public void A_deletion_is_left_to_the_sequence_that_creates_the_resource()
    {
        var plan = Of("deleteNote");

        plan.Plain.ShouldBeNull();
        plan.Cases.ShouldAllBe(testCase => testCase.Target.StartsWith("/notes/contract-kit") || testCase.Target.StartsWith("/notes/not-a"));
        plan.Steps.RefusedDeletions().ShouldNotBeEmpty();
    }

    [Fact]
    public void Limits_are_tried_by_reading_but_not_by_deleting()
    {
        Of("readNote").Cases.Select(testCase => testCase.Id).ShouldContain(id => id.Contains("/boundaries/", StringComparison.Ordinal));
        Of("deleteNote").Cases.ShouldAllBe(testCase => testCase.Expectation == CaseExpectation.Refused);
    }

    [Fact]
    public void Planning_stops_where_it_is_cancelled() =>
        Should.Throw<OperationCanceledException>(() => Planner("createNote", null).Plan(new CancellationToken(canceled: true)));

    private static OperationPlan Of(string operation, string? reason = null) =>
        Planner(operation, reason).Plan(TestContext.Current.CancellationToken);

    private static OperationPlanner Planner(string operation, string? reason) => new(
        Api,
        PlanOptions.Default,
        new WrittenRequestValidator(Api),
        new DataGenerator(Api),
        new ResourceMap(Api),
        Api.Operations.Single(candidate => candidate.Id == operation),
        new PlanningBudget(300_000_000),
        reason,
        isTooLarge: false);
}
