using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning.Requests;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Planning.Resources;

/// <summary>The requests of an operation that are steps of sequences.</summary>
public sealed class StepPlannerTests
{
    private const string Named = "{ type: object, required: [name], properties: "
        + "{ name: { type: string }, stars: { type: integer, minimum: 1, maximum: 3 } } }";

    [Fact]
    public void The_plain_path_is_without_its_query() => PlannedOperation.Of("""
          /notes:
            get:
              operationId: listNotes
              parameters: [ { name: limit, in: query, required: true, schema: { type: integer }, example: 10 } ]
              responses: { '200': { description: The notes. } }
        """).Steps().PlainPath.ShouldBe("/notes");

    [Fact]
    public void A_plain_request_is_evidence_for_the_rules_of_what_is_in_it_only()
    {
        var planned = PlannedOperation.WithBody(
            "{ type: object, oneOf: [ { required: [a] }, { required: [b] } ], "
            + "properties: { a: { maxLength: 5 }, b: { maximum: 3 } } }",
            "{ a: x }");

        var keys = planned.Steps().PlainChecks();

        keys.ShouldContain(KeyOf(planned, "maxLength"));
        keys.ShouldNotContain(KeyOf(planned, "maximum"));
        keys[^1].ShouldBe(new CheckKey(CheckIds.Plain, "createNote"));
    }

    [Fact]
    public void Two_rules_are_broken_beside_values_of_the_requests_own()
    {
        var refused = PlannedOperation.WithBody(Named, "{ name: ab, stars: 2 }").Steps().RefusedUpdates().ToList();

        refused.Select(testCase => testCase.Id)
            .ShouldBe(["createNote/sequence/refused-update/1", "createNote/sequence/refused-update/2"]);
        refused.ShouldAllBe(testCase => InventedData.ValuesIn(testCase).Count == 1);
    }

    [Fact]
    public void A_refused_update_without_a_token_is_a_step_too()
    {
        var planned = PlannedOperation.Of("""
              /settings:
                put:
                  operationId: changeSettings
                  security: [ token: [] ]
                  requestBody: { content: { application/json: { schema: {}, example: {} } } }
                  responses: { '200': { description: Changed. }, '401': { description: No token. } }
            components: { securitySchemes: { token: { type: http, scheme: bearer } } }
            """);

        var refused = planned.Steps().RefusedUpdates().ShouldHaveSingleItem();

        refused.Id.ShouldBe("changeSettings/sequence/refused-update/missing");
        refused.Headers["Authorization"].ShouldBeNull();
    }

    [Fact]
    public void Refused_deletions_are_steps_of_one_check()
    {
        var planned = PlannedOperation.WithBody("{ type: object }", "{}");
        var refused = planned.Writer.Plain("createNote/wrong", "wrong", CaseExpectation.Refused).ShouldNotBeNull();

        var step = planned.Steps(refused).RefusedDeletions().ShouldHaveSingleItem();

        step.ShouldBe(new SequenceStep(StepKind.RefusedDelete, refused, new CheckKey(CheckIds.Refused, "createNote")));
    }

    [Fact]
    public void Where_no_deletion_is_refused_there_is_no_such_check()
    {
        var planned = PlannedOperation.WithBody("{ type: object }", "{}");

        planned.Steps().RefusedDeletions().ShouldBeEmpty();

        planned.Checks.Contains(CheckIds.Refused).ShouldBeFalse();
    }

    private static CheckKey KeyOf(PlannedOperation planned, string keyword) =>
        planned.Checks.All.Single(check => check.Rule?.Keyword == keyword).Key;
}
