using SocialContract.Contract.Messages;
using SocialContract.Contract.Rules;
using SocialContract.Verification.Planning.Requests;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Planning.Requests;

/// <summary>What a written request breaks.</summary>
public sealed class WrittenRequestValidatorTests
{
    private static readonly PlannedOperation Notes = PlannedOperation.WithBody(
        "{ type: object, required: [text], properties: { text: { type: string, maxLength: 5 }, stars: { type: integer, minimum: 1 } } }",
        "{ text: ab, stars: 1 }");

    [Fact]
    public void A_request_that_obeys_every_rule_has_no_violation_and_breaks_none()
    {
        var violations = Violations("""{"text":"ab"}""");

        violations.ShouldBeEmpty();
        WrittenRequestValidator.BreaksOnly(RuleOf("maxLength"), violations).ShouldBeFalse();
    }

    [Fact]
    public void A_request_that_breaks_one_rule_breaks_only_that() =>
        WrittenRequestValidator.BreaksOnly(RuleOf("maxLength"), Violations("""{"text":"too long"}""")).ShouldBeTrue();

    [Fact]
    public void A_request_that_breaks_two_rules_is_rejected_for_either()
    {
        var violations = Violations("""{"text":"too long","stars":0}""");

        violations.ShouldNotBeNull().Select(violation => violation.Rule.Keyword).ShouldBe(["maxLength", "minimum"], ignoreOrder: true);
        WrittenRequestValidator.BreaksOnly(RuleOf("maxLength"), violations).ShouldBeFalse();
        WrittenRequestValidator.BreaksOnly(RuleOf("minimum"), violations).ShouldBeFalse();
    }

    [Fact]
    public void A_request_that_reaches_another_operation_cannot_be_judged()
    {
        var written = new RequestMessage("POST", "/elsewhere");

        var violations = Notes.Requests.Violations(Notes.Operation, written, []);

        violations.ShouldBeNull();
        WrittenRequestValidator.BreaksOnly(RuleOf("maxLength"), violations).ShouldBeFalse();
    }

    [Theory]
    [InlineData("7", 0)]
    [InlineData("x", 1)]
    public void Samples_stand_for_the_ids_that_the_server_gives(string sample, int expected)
    {
        var planned = PlannedOperation.Of("""
              /notes/{id}:
                get:
                  operationId: readNote
                  parameters: [ { name: id, in: path, required: true, schema: { type: integer }, example: 1 } ]
                  responses: { '200': { description: The note. } }
            """);

        planned.Requests.Violations(
            planned.Operation, new RequestMessage("GET", "/notes/{createNote}"), [KeyValuePair.Create("createNote", sample)])
            .ShouldNotBeNull().Count.ShouldBe(expected);
    }

    private static Rule RuleOf(string keyword) => Notes.Drafts.Rules.Single(use => use.Rule.Keyword == keyword).Rule;

    private static IReadOnlyList<Violation>? Violations(string body) =>
        Notes.Requests.Violations(Notes.Operation, RequestWriter.Write(Notes.Draft(body)).ShouldNotBeNull(), []);
}
