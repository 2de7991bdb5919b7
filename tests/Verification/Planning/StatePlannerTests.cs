using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Planning;

/// <summary>Cases that need the server in a state.</summary>
public sealed class StatePlannerTests
{
    [Fact]
    public void The_request_example_of_the_same_name_is_sent_in_the_state()
    {
        var planned = Of("taken");

        var state = Plan(planned, hasProviderStates: true).ShouldHaveSingleItem();

        state.Case.Id.ShouldBe("createNote/example/409/taken");
        PlannedOperation.BodyOf(state.Case).ShouldBe("""{"text":"second"}""");
        state.Case.Expectation.ShouldBe(CaseExpectation.Any);
        state.Case.Role.ShouldBe("admin");
        state.States.ShouldHaveSingleItem().Text("name").ShouldBe("a note is there");
        (state.Response.Status, state.Example.Name).ShouldBe(("409", "taken"));
        CheckOf(planned).Statement
            .ShouldBe("in the state 'a note is there', called by an admin, the response is 409, as in the example taken");
        CheckOf(planned).NotExercised.ShouldBe("");
    }

    [Fact]
    public void A_server_that_cannot_be_put_into_states_leaves_the_check_unexercised()
    {
        var planned = Of("taken");

        Plan(planned, hasProviderStates: false).ShouldBeEmpty();

        CheckOf(planned).NotExercised.ShouldBe(
            "it needs the state 'a note is there', which this server cannot be put into: there is no URL for provider states");
    }

    [Fact]
    public void A_response_example_without_a_request_example_leaves_the_check_unexercised()
    {
        var planned = Of("other");

        Plan(planned, hasProviderStates: true).ShouldBeEmpty();

        CheckOf(planned).NotExercised.ShouldBe("the document has no request example named taken");
    }

    private static IReadOnlyList<StateCase> Plan(PlannedOperation planned, bool hasProviderStates) =>
        new StatePlanner(planned.Writer, planned.Checks, hasProviderStates).Plan(planned.Drafts.Plain);

    private static PlannedCheck CheckOf(PlannedOperation planned) =>
        planned.Checks.All.Single(check => check.Key.Id == "check/example/409/taken");

    /// <param name="name">The name of the second request example.</param>
    private static PlannedOperation Of(string name) => PlannedOperation.Of($$"""
          /notes:
            post:
              operationId: createNote
              requestBody:
                required: true
                content:
                  application/json:
                    schema: { type: object, properties: { text: { type: string } } }
                    examples: { plain: { value: { text: first } }, {{name}}: { value: { text: second } } }
              responses:
                '201': { description: Created. }
                '409':
                  description: It is there.
                  content:
                    application/json:
                      schema: { type: object }
                      examples:
                        taken: { x-provider-states: [ { name: a note is there } ], x-role: admin, value: { error: taken } }
        """);
}
