using SocialContract.Tests.Support;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Planning;

/// <summary>The plan for a whole document.</summary>
public sealed class CasePlannerTests
{
    private const string Created =
        "{ description: Created., content: { application/json: { schema: { properties: { id: { type: integer } } } } } }";

    /// <summary>The posts of a user come before the users.</summary>
    private const string Posts = $$"""
          /users/{user}/posts/{post}:
            get:
              operationId: readPost
              parameters:
                - { name: user, in: path, required: true, schema: { type: integer } }
                - { name: post, in: path, required: true, schema: { type: integer } }
              responses: { '200': { description: The post. } }
          /users/{user}/posts:
            post:
              operationId: createPost
              parameters: [ { name: user, in: path, required: true, schema: { type: integer } } ]
              responses: { '201': {{Created}} }
          /users:
            post:
              operationId: createUser
              requestBody: { required: true, content: { application/json: { schema: SCHEMA } } }
              responses: { '201': {{Created}} }
        """;

    [Fact]
    public void Operations_are_in_the_order_of_the_document_however_long_each_takes_to_plan()
    {
        int[] numbers = [7, 3, 11, 0, 9, 2, 10, 5, 1, 8, 4, 6];
        var plan = Of(string.Concat(numbers.Select(number =>
            $"  /p{number}: {{ get: {{ operationId: o{number}, responses: {{ '200': {{ description: It. }} }} }} }}\n")));

        plan.Operations.Keys.ShouldBe(["o7", "o3", "o11", "o0", "o9", "o2", "o10", "o5", "o1", "o8", "o4", "o6"]);
        plan.Checks.Where(check => check.Key.Id == CheckIds.Route).Select(check => check.Operation.Id).ShouldBe(plan.Operations.Keys);
    }

    [Fact]
    public void What_creates_parents_is_sent_before_what_creates_their_children() =>
        Of(Posts.Replace("SCHEMA", "{}", StringComparison.Ordinal)).Fixtures.Select(fixture => fixture.Operation.Id)
            .ShouldBe(["createUser", "createPost"]);

    [Fact]
    public void A_child_whose_parent_cannot_be_created_is_not_created() =>
        Of(Posts.Replace("SCHEMA", "{ type: integer, minimum: 2, maximum: 1 }", StringComparison.Ordinal)).Fixtures.ShouldBeEmpty();

    [Fact]
    public void The_list_of_what_an_operation_creates_shows_what_refused_requests_did()
    {
        var plan = Of(Notes("/notes", "/notes"));

        plan.Operations["createNote"].List.ShouldNotBeNull().Id.ShouldBe("listNotes/sequence/list-after-refusals");
        RefusedCheck(plan, "createNote").ShouldBe(("a refused request creates nothing", ""));
        plan.Operations["listNotes"].List.ShouldBeNull();
    }

    [Fact]
    public void Without_a_list_the_check_of_refused_requests_says_that_nothing_shows_it()
    {
        var plan = Of(Notes("/notes", "/others"));

        plan.Operations["createNote"].List.ShouldBeNull();
        RefusedCheck(plan, "createNote").ShouldBe(
            ("a refused request changes nothing", "the document has no operation that shows what createNote did"));
    }

    [Fact]
    public void Reading_changes_nothing_so_that_there_is_no_such_check()
    {
        var plan = Of(Notes("/notes", "/notes"));

        plan.Operations["listNotes"].Cases.ShouldContain(testCase => testCase.Expectation == CaseExpectation.Refused);
        plan.Operations["listNotes"].Checks.ShouldNotContain(check => check.Key.Id == CheckIds.Refused);
    }

    [Fact]
    public void A_list_of_another_parents_resources_shows_nothing()
    {
        var plan = Of($$"""
              /teams/{team}/notes:
                post:
                  operationId: createNote
                  parameters: [ { name: team, in: path, required: true, schema: { type: string }, example: red } ]
                  requestBody: { required: true, content: { application/json: { schema: {} } } }
                  responses: { '201': { description: Created. }, '422': { description: Refused. } }
                get:
                  operationId: listNotes
                  parameters: [ { name: team, in: path, required: true, schema: { type: string }, example: blue } ]
                  responses: { '200': { description: The notes. } }
            """);

        plan.Operations["createNote"].List.ShouldBeNull();
    }

    [Fact]
    public async Task A_caller_that_stops_waiting_gets_no_plan() =>
        await Should.ThrowAsync<OperationCanceledException>(
            () => CasePlanner.PlanAsync(Shipped.Api, PlanOptions.Default, new CancellationToken(canceled: true)));

    private static (string, string) RefusedCheck(VerificationPlan plan, string operation)
    {
        var check = plan.Operations[operation].Checks.Single(check => check.Key.Id == CheckIds.Refused);
        return (check.Statement, check.NotExercised);
    }

    /// <summary>An operation that creates notes and one that lists them.</summary>
    private static string Notes(string creating, string listing)
    {
        const string Create = """
                post:
                  operationId: createNote
                  requestBody: { required: true, content: { application/json: { schema: { type: object } } } }
                  responses: { '201': { description: Created. }, '422': { description: Refused. } }
            """;
        const string List = """
                get:
                  operationId: listNotes
                  parameters: [ { name: limit, in: query, required: true, schema: { type: integer }, example: 10 } ]
                  responses: { '200': { description: The notes. }, '422': { description: Refused. } }
            """;
        return creating == listing ? $"  {creating}:\n{Create}\n{List}" : $"  {creating}:\n{Create}\n  {listing}:\n{List}";
    }

    private static VerificationPlan Of(string paths) => Verifying.PlanOf(SmallDocument.Of(paths));
}
