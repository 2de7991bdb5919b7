using SocialContract.Contract.Rules;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Planning.Refusals;

/// <summary>Requests that break one rule and no other.</summary>
public sealed class RefusalPlannerTests
{
    [Fact]
    public void A_limit_of_length_is_broken_by_a_text_that_is_one_character_too_long()
    {
        var refusal = Of("{ type: object, properties: { text: { type: string, maxLength: 5 } } }", "{ text: ab }", "maxLength")
            .ShouldHaveSingleItem();

        refusal.Id.ShouldBe($"{refusal.Checks.ShouldHaveSingleItem().Id}/1");
        refusal.Title.ShouldBe("text is \"contra\"");
        PlannedOperation.BodyOf(refusal).ShouldBe("""{"text":"contra"}""");
        refusal.Expectation.ShouldBe(CaseExpectation.Refused);
        refusal.Stage.ShouldBe(ViolationKind.Body);
        refusal.Creates.ShouldBeFalse();
    }

    [Fact]
    public void A_required_member_is_left_out_and_everything_else_stays() =>
        Of(
            "{ type: object, required: [text], properties: { text: { type: string }, stars: { type: integer } } }",
            "{ text: ab, stars: 2 }",
            "required")
            .Select(PlannedOperation.BodyOf).ShouldBe(["""{"stars":2}"""]);

    [Fact]
    public void A_type_is_broken_by_each_other_kind_of_value() =>
        Of("{ type: object, properties: { flag: { type: boolean } } }", "{ flag: true }", "type", "/body/flag")
            .Select(PlannedOperation.BodyOf).ShouldBe(
            [
                """{"flag":"contract-kit"}""",
                """{"flag":123}""",
                """{"flag":["contract-kit"]}""",
                """{"flag":null}""",
                """{"flag":{"contract_kit_unknown":"contract-kit"}}""",
            ],
            ignoreOrder: true);

    [Fact]
    public void A_required_body_is_left_out()
    {
        var planned = PlannedOperation.WithBody("{ type: object }", "{}");

        var refusal = planned.Refusals.All().Select(refusal => refusal.Case)
            .Single(testCase => testCase.Title == "the body is left out");

        refusal.Body.IsEmpty.ShouldBeTrue();
        refusal.Headers["Content-Type"].ShouldBeNull();
    }

    [Fact]
    public void Another_media_type_must_be_refused_and_must_not_make_the_server_fail()
    {
        var planned = PlannedOperation.WithBody("{ type: object }", "{}");

        var refusals = planned.Refusals.All().Select(refusal => refusal.Case)
            .Where(testCase => testCase.Stage == ViolationKind.ContentType).ToList();

        refusals.Select(testCase => testCase.Headers["Content-Type"])
            .ShouldBe(["text/plain", "application/octet-stream", "image/png"]);
        refusals.ShouldAllBe(testCase => testCase.Checks.Count == 2 && testCase.Checks[1].Id == CheckIds.OtherMediaType);
    }

    [Fact]
    public void A_rule_that_cannot_be_broken_alone_names_the_rule_that_would_be_broken_too()
    {
        var planned = PlannedOperation.WithBody(
            "{ type: object, properties: { kind: { enum: [a, b], maxLength: 5 } } }", "{ kind: a }");

        planned.Refusals.All().ShouldNotContain(refusal => refusal.Case.Id.Contains("maxLength"));
        planned.ReasonOf("maxLength").ShouldStartWith("every request that breaks it also breaks: ");
    }

    [Fact]
    public void A_value_that_the_document_leaves_undecided_is_not_sent()
    {
        var planned = PlannedOperation.WithBody(
            "{ type: object, properties: { flag: { type: boolean, x-undecided: [null] } } }", "{ flag: true }");

        var bodies = planned.Refusals.All().Select(refusal => PlannedOperation.BodyOf(refusal.Case)).ToList();

        bodies.ShouldContain("""{"flag":123}""");
        bodies.ShouldNotContain("""{"flag":null}""");
    }

    [Fact]
    public void Where_no_change_of_JSON_breaks_a_rule_the_reason_does_not_say_that_HTTP_cannot_carry_one()
    {
        var planned = PlannedOperation.WithBody("{ type: object, patternProperties: { (?!): false } }", "{}");

        planned.Refusals.All().ToList().ShouldNotBeEmpty();

        planned.Checks.All.Single(check => check.Rule?.Kind == RuleKind.FalseSchema).NotExercised
            .ShouldBe("no request was found that breaks it");
    }

    [Fact]
    public void A_path_parameter_cannot_be_left_out()
    {
        var planned = PlannedOperation.Of("""
              /notes/{id}:
                get:
                  operationId: readNote
                  parameters: [ { name: id, in: path, required: true, schema: { type: integer }, example: 1 } ]
                  responses: { '200': { description: The note. } }
            """);

        planned.Refusals.All().ShouldNotBeEmpty();

        planned.Checks.All.Single(check => check.Rule?.Kind == RuleKind.Parameter).NotExercised
            .ShouldBe("a path parameter cannot be left out: the path would be different");
    }

    [Fact]
    public void A_query_parameter_is_left_out_and_is_of_another_type()
    {
        var planned = PlannedOperation.Of("""
              /notes:
                get:
                  operationId: listNotes
                  parameters: [ { name: limit, in: query, required: true, schema: { type: integer }, example: 10 } ]
                  responses: { '200': { description: The notes. } }
            """);

        var targets = planned.Refusals.All().Select(refusal => refusal.Case.Target).ToList();

        targets.ShouldContain("/notes");
        targets.ShouldContain("/notes?limit=contract-kit");
        targets.ShouldAllBe(target => target != "/notes?limit=10");
    }

    [Fact]
    public void A_single_refusal_has_the_id_that_was_asked_for()
    {
        var planned = PlannedOperation.WithBody(
            "{ type: object, properties: { text: { type: string, maxLength: 5 } } }", "{ text: ab }");
        var rule = planned.Drafts.Rules.Single(use => use.Rule.Keyword == "maxLength").Rule;

        var refusal = planned.Refusals.Single(rule.Id, "createNote/own").ShouldNotBeNull();

        refusal.Id.ShouldBe("createNote/own");
        PlannedOperation.BodyOf(refusal).ShouldBe("""{"text":"contra"}""");
    }

    /// <summary>The cases that break the rule of a keyword.</summary>
    private static List<ContractCase> Of(string schema, string example, string keyword, string? place = null)
    {
        var planned = PlannedOperation.WithBody(schema, example);
        var rule = planned.Drafts.Rules
            .Single(use => use.Rule.Keyword == keyword && use.Instance == (place ?? use.Instance)
                && use.Instance.StartsWith("/body", StringComparison.Ordinal)).Rule;
        return [.. planned.Refusals.All().Select(refusal => refusal.Case)
            .Where(testCase => testCase.Checks.Any(check => check.Id == rule.Id))];
    }
}
