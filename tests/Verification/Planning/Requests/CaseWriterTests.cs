using System.Text.RegularExpressions;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Rules;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Planning.Requests;

/// <summary>Drafts written down as cases.</summary>
public sealed partial class CaseWriterTests
{
    private static readonly CheckKey Check = new("check/one", "createNote");

    [Theory]
    [InlineData("{ properties: { text: { maxLength: 5 } } }", "createNote/body/text/maxLength")]
    [InlineData("{ $ref: '#/components/schemas/Note' }", "createNote/Note/text/maxLength")]
    public void The_id_of_a_rules_cases_begins_with_the_operation_once(string schema, string expected)
    {
        var planned = PlannedOperation.WithBody(
            schema, components: "{ Note: { properties: { text: { maxLength: 5 } } } }");

        planned.Writer.IdOf(planned.RuleOf("maxLength")).ShouldBe(expected);
    }

    [Fact]
    public void A_plain_request_may_have_any_response_and_creates_something_unless_said_otherwise()
    {
        var planned = PlannedOperation.WithBody("{ type: object }", "{}");

        var plain = planned.Writer.Plain("createNote/fixture", "creates a note").ShouldNotBeNull();

        (plain.Id, plain.Title, plain.Expectation, plain.Stage, plain.Credential, plain.Creates)
            .ShouldBe(("createNote/fixture", "creates a note", CaseExpectation.Any, null, CredentialForm.Right, true));
        plain.Checks.ShouldBeEmpty();
        PlannedOperation.BodyOf(plain).ShouldBe("{}");
    }

    [Fact]
    public void A_plain_request_without_a_token_is_refused_by_authentication()
    {
        var planned = PlannedOperation.Of("""
              /notes:
                get:
                  operationId: listNotes
                  security: [ token: [] ]
                  responses: { '200': { description: The notes. } }
            components: { securitySchemes: { token: { type: http, scheme: bearer } } }
            """);

        var refused = planned.Writer.Plain(
            "listNotes/missing", "no token", CaseExpectation.Refused, [Check], CredentialForm.Missing).ShouldNotBeNull();

        (refused.Stage, refused.Creates, refused.Credential).ShouldBe((ViolationKind.Security, false, CredentialForm.Missing));
        refused.Checks.ShouldBe([Check]);
        refused.Headers["Authorization"].ShouldBeNull();
    }

    [Fact]
    public void Where_no_request_was_found_there_is_no_plain_one() =>
        PlannedOperation.WithBody("{ type: integer, minimum: 2, maximum: 1 }").Writer.Plain("createNote/plain", "plain").ShouldBeNull();

    [Fact]
    public void The_names_that_a_request_invents_are_those_of_its_id()
    {
        const string Schema = "{ type: object, properties: { name: { type: string } } }";
        var writer = PlannedOperation.WithBody(Schema, "{ name: ab }").Writer;

        var body = BodyOf("createNote/1");

        InventedName().IsMatch(body).ShouldBeTrue(body);
        BodyOf("createNote/1").ShouldBe(body);
        BodyOf("createNote/2").ShouldNotBe(body);
        PlannedOperation.BodyOf(PlannedOperation.WithBody(Schema, "{ name: ab }").Writer.Plain("createNote/1", "")!).ShouldBe(body);

        string BodyOf(string id) => PlannedOperation.BodyOf(writer.Plain(id, "").ShouldNotBeNull());
    }

    [Theory]
    [InlineData(CaseExpectation.Accepted, true)]
    [InlineData(CaseExpectation.Any, true)]
    [InlineData(CaseExpectation.Refused, false)]
    [InlineData(CaseExpectation.NoServerError, false)]
    internal void Only_a_case_that_may_be_accepted_creates_something(CaseExpectation expectation, bool creates)
    {
        var planned = PlannedOperation.WithBody("{ type: object }", "{}");

        planned.Writer.Write("createNote/1", "a case", planned.Drafts.Plain, expectation, []).Creates.ShouldBe(creates);
    }

    [Fact]
    public void A_request_that_was_written_already_is_sent_as_it_is()
    {
        var planned = PlannedOperation.WithBody("{ type: object }", "{}");
        var written = new RequestMessage("POST", "/elsewhere");

        var testCase = planned.Writer.Write(
            "createNote/1", "a case", planned.Drafts.Plain, CaseExpectation.Refused, [Check], ViolationKind.Body, written);

        testCase.Request.ShouldBeSameAs(written);
        testCase.Stage.ShouldBe(ViolationKind.Body);
    }

    [Fact]
    public void A_request_that_the_plan_keeps_is_charged_by_its_size()
    {
        var planned = PlannedOperation.WithBody("{ type: object }", "{}");
        var written = new RequestMessage("POST", "/notes", body: new byte[1_000_000]);
        var budget = planned.Drafts.Budget;
        var atFirst = budget.Spent;

        planned.Writer.Write("createNote/1", "a case", planned.Drafts.Plain, CaseExpectation.Any, []);
        (budget.Spent - atFirst).ShouldBeInRange(1, 100_000);
        planned.Writer.Write("createNote/2", "a large case", planned.Drafts.Plain, CaseExpectation.Any, [], written: written);
        (budget.Spent - atFirst).ShouldBeGreaterThan(1_000_000);
    }

    [Fact]
    public void A_case_names_the_operations_that_create_what_its_path_needs()
    {
        var planned = PlannedOperation.Of(
            """
              /notes:
                post:
                  operationId: createNote
                  responses:
                    '201':
                      description: Created.
                      content: { application/json: { schema: { properties: { id: { type: integer } } } } }
              /notes/{id}:
                get:
                  operationId: readNote
                  parameters: [ { name: id, in: path, required: true, schema: { type: integer } } ]
                  responses: { '200': { description: The note. } }
            """,
            "readNote");

        var read = planned.Writer.Plain("readNote/plain", "reads a note").ShouldNotBeNull();

        read.Needs.ShouldBe(["createNote"]);
        read.Target.ShouldBe("/notes/{createNote}");
    }

    [GeneratedRegex("""^\{"name":"contract-kit-[0-9a-f]{10}-1"\}$""")]
    private static partial Regex InventedName();
}
