using SocialContract.Contract.Rules;
using SocialContract.Verification.Planning.Refusals;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Planning.Refusals;

/// <summary>Requests that may break a rule, before it is known whether they do.</summary>
public sealed class RefusalAttemptsTests
{
    private const string Schema = "{ type: object, properties: { text: { type: string, maxLength: 5 } } }";

    [Fact]
    public void A_path_parameter_is_not_left_out()
    {
        var planned = PlannedOperation.Of("""
              /notes/{id}:
                get:
                  operationId: readNote
                  parameters: [ { name: id, in: path, required: true, schema: { type: integer }, example: 1 } ]
                  responses: { '200': { description: The note. } }
            """);

        planned.Attempts.Of(planned.Drafts.Rules.Single(use => use.Rule.Kind == RuleKind.Parameter), "tag", () => false)
            .ShouldBeEmpty();
    }

    [Fact]
    public void The_body_is_left_out_in_one_way()
    {
        var attempt = Of(PlannedOperation.WithBody(Schema, "{ text: ab }"), RuleKind.Body).ShouldHaveSingleItem();

        attempt.Place.ShouldBe("/body");
        attempt.Make().ShouldNotBeNull().HasBody.ShouldBeFalse();
    }

    [Fact]
    public void The_body_is_sent_as_each_of_three_other_media_types() =>
        Of(PlannedOperation.WithBody(Schema, "{ text: ab }"), RuleKind.ContentType)
            .Select(attempt => (attempt.Way, attempt.Make()!.ContentType))
            .ShouldBe([(0, "text/plain"), (1, "application/octet-stream"), (2, "image/png")]);

    [Fact]
    public void The_first_and_the_last_element_are_wrong_in_turns()
    {
        var planned = PlannedOperation.WithBody(
            "{ type: object, properties: { tags: { type: array, items: { type: string } } } }", "{ tags: [a, b, c] }");
        var use = planned.Drafts.Rules.Single(use => use.Instance == "/body/tags/*");

        planned.Attempts.Of(use, "tag", () => true).Take(3).Select(attempt => attempt.Place)
            .ShouldBe(["/body/tags/0", "/body/tags/2", "/body/tags/0"]);
    }

    [Fact]
    public void An_attempt_leaves_the_plain_request_as_it_is()
    {
        var planned = PlannedOperation.WithBody(Schema, "{ text: ab }");
        var use = planned.Drafts.Rules.Single(use => use.Rule.Keyword == "maxLength");

        var draft = planned.Attempts.Of(use, "tag", () => true).First().Make().ShouldNotBeNull();

        draft.Values["body"]!.ToJsonString().ShouldBe("""{"text":"contra"}""");
        planned.Drafts.Plain.Values["body"]!.ToJsonString().ShouldBe("""{"text":"ab"}""");
    }

    private static IEnumerable<RefusalAttempt> Of(PlannedOperation planned, RuleKind kind) =>
        planned.Attempts.Of(planned.Drafts.Rules.Single(use => use.Rule.Kind == kind), "tag", () => false);
}
