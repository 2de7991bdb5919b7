using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning.Resources;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Planning.Resources;

/// <summary>The lifecycle of a resource.</summary>
public sealed class LifecyclePlannerTests
{
    private const string Create = """
          /notes:
            post:
              operationId: createNote
              responses:
                '201':
                  description: Created.
                  content: { application/json: { schema: { type: object, required: [id], properties: { id: { type: integer } } } } }
          /notes/{id}:
            parameters: [ { name: id, in: path, required: true, schema: { type: integer } } ]
        """;

    private const string Read = "\n    get: { operationId: readNote, responses: { '200': { description: The note. } } }";

    private const string Delete = """

            delete:
              operationId: deleteNote
              responses: { '204': { description: Deleted. }, '404': { description: There is none. } }
        """;

    private const string Comments = """

          /notes/{id}/comments:
            parameters: [ { name: id, in: path, required: true, schema: { type: integer } } ]
            post:
              operationId: createComment
              responses:
                '201':
                  description: Created.
                  content: { application/json: { schema: { type: object, required: [id], properties: { id: { type: integer } } } } }
          /notes/{id}/comments/{comment}:
            parameters:
              - { name: id, in: path, required: true, schema: { type: integer } }
              - { name: comment, in: path, required: true, schema: { type: integer } }
            get: { operationId: readComment, responses: { '200': { description: The comment. } } }
        """;

    [Fact]
    public void What_was_created_is_read_then_deleted_and_then_gone() => Steps(Life(Create + Read + Delete)).ShouldBe(
    [
        (StepKind.Create, "createNote/sequence/create", null),
        (StepKind.Read, "readNote/sequence/read", CheckIds.ReadBack),
        (StepKind.FollowLocation, "readNote/sequence/location", CheckIds.Location),
        (StepKind.Delete, "deleteNote/plain", null),
        (StepKind.ReadDeleted, "readNote/sequence/read-deleted", CheckIds.Delete),
        (StepKind.DeleteAgain, "deleteNote/sequence/delete-again", CheckIds.Delete),
    ]);

    [Fact]
    public void What_cannot_be_read_is_deleted_twice() => Steps(Life(Create + Delete)).ShouldBe(
    [
        (StepKind.Create, "createNote/sequence/create", null),
        (StepKind.Delete, "deleteNote/plain", null),
        (StepKind.DeleteAgain, "deleteNote/sequence/delete-again", CheckIds.Delete),
    ]);

    [Fact]
    public void The_requests_after_the_first_are_sent_to_what_it_created() =>
        Life(Create + Read + Delete).ShouldNotBeNull().Steps.Skip(1).ShouldAllBe(step => step.Case.Target == "/notes/{createNote}");

    [Fact]
    public void A_child_is_read_after_its_parent_was_deleted()
    {
        var (resources, steps) = PlannedOperation.StepsOf(Create + Read + Delete + Comments);
        var planner = new LifecyclePlanner(resources, steps);

        Steps(planner.OfChild(resources.ByCreator["createComment"])).ShouldBe(
        [
            (StepKind.Create, "createNote/sequence/with-createComment", null),
            (StepKind.Create, "createComment/sequence/with-createComment", null),
            (StepKind.DeleteParent, "deleteNote/sequence/with-createComment", null),
            (StepKind.ReadChild, "readComment/sequence/with-createComment", CheckIds.Children),
        ]);
        planner.OfChild(resources.ByCreator["createNote"]).ShouldBeNull();
    }

    [Fact]
    public void A_child_whose_parent_cannot_be_deleted_has_no_such_sequence()
    {
        var (resources, steps) = PlannedOperation.StepsOf(Create + Read + Comments);

        new LifecyclePlanner(resources, steps).OfChild(resources.ByCreator["createComment"]).ShouldBeNull();
    }

    private static Sequence? Life(string paths)
    {
        var (resources, steps) = PlannedOperation.StepsOf(paths);
        return new LifecyclePlanner(resources, steps).Of(resources.ByCreator["createNote"]);
    }

    private static IEnumerable<(StepKind Kind, string Case, string? Check)> Steps(Sequence? sequence) =>
        sequence.ShouldNotBeNull().Steps.Select(step => (step.Kind, step.Case.Id, step.State?.Id));
}
