using SocialContract.Verification.Planning;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Planning.Resources;

/// <summary>Which sequences a document of a few operations has, in which order, and which steps they take.</summary>
public sealed class SequencePlannerTests
{
    private const string Id = "content: { application/json: { schema: { type: object, properties: { id: { type: integer } } } } }";

    private const string Create = $$"""
          /notes:
            post: { operationId: create, responses: { '200': { description: The note., {{Id}} } } }
        """;

    private const string Note = """
          /notes/{id}:
            parameters: [ { name: id, in: path, required: true, schema: { type: integer } } ]
        """;

    private const string Read = "    get: { operationId: read, responses: { '200': { description: The note. } } }";

    private const string Delete =
        "    delete: { operationId: delete, responses: { '204': { description: Gone. }, '404': { description: None. } } }";

    [Fact]
    public void A_resource_that_is_created_and_read_is_read_back() => Steps(Create, Note, Read)
        .ShouldBe(["create/sequence: Create create, Read read"]);

    [Fact]
    public void A_resource_that_is_deleted_is_read_and_deleted_again() => Steps(Create, Note, Read, Delete)
        .ShouldBe(["create/sequence: Create create, Read read, Delete delete, ReadDeleted read, DeleteAgain delete"]);

    [Fact]
    public void A_resource_that_cannot_be_read_is_deleted_twice() => Steps(Create, Note, Delete)
        .ShouldBe(["create/sequence: Create create, Delete delete, DeleteAgain delete"]);

    [Fact]
    public void A_resource_that_is_neither_read_nor_deleted_has_no_sequence() => Steps(Create).ShouldBeEmpty();

    [Fact]
    public void What_no_request_creates_has_no_sequence() => Steps(Note, Read).ShouldBeEmpty();

    [Fact]
    public void Parents_come_before_children_and_children_are_read_after_their_parent_is_deleted() => Steps(
        Create,
        Note,
        Delete,
        $$"""
          /notes/{id}/tags:
            post:
              operationId: tag
              parameters: [ { name: id, in: path, required: true, schema: { type: integer } } ]
              responses: { '200': { description: The tag., {{Id}} } }
          /notes/{id}/tags/{tag}:
            get:
              operationId: readTag
              parameters:
                - { name: id, in: path, required: true, schema: { type: integer } }
                - { name: tag, in: path, required: true, schema: { type: integer } }
              responses: { '200': { description: The tag. } }
        """)
        .ShouldBe(
        [
            "create/sequence: Create create, Delete delete, DeleteAgain delete",
            "tag/sequence: Create tag, Read readTag",
            "tag/deleted-parent: Create create, Create tag, DeleteParent delete, ReadChild readTag",
        ]);

    private static IReadOnlyList<string> Steps(params string[] paths)
    {
        var api = Shipped.LoadText($"openapi: 3.1.0\ninfo: {{ title: Notes, version: '1' }}\npaths:\n{string.Join('\n', paths)}\n");
        return
        [
            .. CasePlanner.Plan(api, PlanOptions.Default).Sequences.Select(sequence => $"{sequence.Id}: "
                + string.Join(", ", sequence.Steps.Select(step => $"{step.Kind} {step.Case.Operation.Id}"))),
        ];
    }
}
