using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning.Resources;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Planning.Resources;

/// <summary>Updates of a resource that can be read.</summary>
public sealed class UpdatePlannerTests
{
    private const string Rules = "{ type: object, properties: { name: { type: string }, stars: { type: integer } } }";

    [Fact]
    public void What_was_changed_is_read_back_and_what_a_refused_update_sent_is_not() => Steps("put", Rules).ShouldBe(
    [
        (StepKind.Update, "change/sequence/update", null),
        (StepKind.ReadUpdated, "read/sequence/read-updated", CheckIds.Update),
        (StepKind.RefusedUpdate, "change/sequence/refused-update/1", CheckIds.Refused),
        (StepKind.ReadUnchanged, "read/sequence/read-unchanged", CheckIds.Refused),
    ]);

    [Fact]
    public void The_readings_after_a_PATCH_have_ids_of_their_own() =>
        Steps("patch", Rules).Where(step => step.Kind is StepKind.ReadUpdated or StepKind.ReadUnchanged).Select(step => step.Case)
            .ShouldBe(["read/sequence/read-updated-by-patch", "read/sequence/read-unchanged-by-patch"]);

    [Fact]
    public void An_update_that_is_never_refused_is_only_read_back() => Steps("put", "{}").Select(step => step.Kind)
        .ShouldBe([StepKind.Update, StepKind.ReadUpdated]);

    private static IEnumerable<(StepKind Kind, string Case, string? Check)> Steps(string method, string schema)
    {
        var (_, steps) = PlannedOperation.StepsOf($$"""
              /settings:
                get: { operationId: read, responses: { '200': { description: The settings. } } }
                {{method}}:
                  operationId: change
                  requestBody: { content: { application/json: { schema: {{schema}}, example: { name: ab, stars: 1 } } } }
                  responses: { '200': { description: Changed. }, '422': { description: Refused. } }
            """);
        return new UpdatePlanner(Of("change"), Of("read")).Steps().Select(step => (step.Kind, step.Case.Id, step.State?.Id));

        StepPlanner Of(string id) => steps.Single(pair => pair.Key.Id == id).Value;
    }
}
