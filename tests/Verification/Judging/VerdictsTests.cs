using SocialContract.Contract;
using SocialContract.Contract.Provenances;
using SocialContract.Contract.Reading;
using SocialContract.Contract.Rules;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Judging;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Recording;
using SocialContract.Verification.Results;
using SocialContract.Verification.Sending;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Judging;

/// <summary>The outcomes of all checks, from observations as literals.</summary>
public sealed class VerdictsTests
{
    [Fact]
    public void Every_check_of_the_plan_has_an_outcome_in_the_plans_order()
    {
        var verdicts = Judged(Notes.Plan, [], RuleSource.Shown);

        verdicts.Checks.Select(check => new CheckKey(check.Id, check.Operation)).ShouldBe(Notes.Plan.Checks.Select(check => check.Key));
        verdicts.Checks.ShouldAllBe(check => check.Outcome == Outcome.NotExercised);
    }

    [Fact]
    public void The_same_observations_are_judged_by_another_gate_without_sending_again()
    {
        Observation[] observations = [Plain(Notes.Result(201, """{"id":1}""")), UnknownMembers(Notes.Result(422))];

        Of(CheckIds.UnknownMembers, observations, RuleSource.Shown).ShouldBe(Outcome.Question);
        Of(CheckIds.UnknownMembers, observations, RuleSource.Assumed).ShouldBe(Outcome.Failed);
        Of(CheckIds.Plain, observations, RuleSource.Assumed).ShouldBe(Outcome.Passed);
    }

    [Fact]
    public void An_operation_that_responds_with_404_to_everything_is_not_there_and_nothing_else_is_said_of_it()
    {
        Observation[] observations = [Plain(Notes.Result(404)), .. Refusals(_ => Notes.Result(404))];

        var verdicts = Judged(Notes.Plan, observations, RuleSource.Shown);

        verdicts.Checks.Where(check => check.Outcome == Outcome.Failed).Select(check => check.Id).ShouldBe([CheckIds.Route]);
        verdicts.Checks.Where(check => check.Operation == Notes.Create.Id && check.Id != CheckIds.Route)
            .ShouldAllBe(check => check.Reason == "every request to POST /notes gets 404");
    }

    [Fact]
    public void Refusals_prove_nothing_where_no_plain_request_is_accepted()
    {
        Observation[] observations = [Plain(Notes.Result(422)), .. Refusals(_ => Notes.Result(422))];

        Of("maxLength", observations, RuleSource.Shown).ShouldBe(Outcome.Blocked);
    }

    [Fact]
    public void A_server_that_fails_on_everything_that_is_wrong_breaks_the_rule_of_statuses_only()
    {
        Observation[] observations = [Plain(Notes.Result(201, """{"id":1}""")), .. Refusals(_ => Notes.Result(500))];

        var verdicts = Judged(Notes.Plan, observations, RuleSource.Shown);

        verdicts.Checks.Where(check => check.Outcome == Outcome.Failed).Select(check => check.Id)
            .ShouldBe([Notes.Api.Rules.ForStatus(Notes.Create).Id]);
        Of("maxLength", observations, RuleSource.Shown).ShouldBe(Outcome.Blocked);
    }

    [Fact]
    public void A_server_that_fails_on_one_rule_breaks_that_rule()
    {
        Observation[] observations =
        [
            Plain(Notes.Result(201, """{"id":1}""")),
            .. Refusals(testCase => Notes.Result(testCase.Checks.Contains(CheckOf("maxLength")) ? 500 : 422)),
        ];

        Judged(Notes.Plan, observations, RuleSource.Shown).Checks
            .Where(check => check.Outcome == Outcome.Failed).Select(check => check.Id).ShouldBe([CheckOf("maxLength").Id]);
    }

    [Fact]
    public void Nothing_that_was_seen_before_an_obstacle_is_evidence()
    {
        Observation[] observations = [Plain(Notes.Result(401)), new Observation.Obstructed("Every request was refused with 401.")];

        var verdicts = Judged(Notes.Plan, observations, RuleSource.Shown);

        verdicts.Obstacle.ShouldBe("Every request was refused with 401.");
        verdicts.Checks.ShouldAllBe(check => check.Outcome == Outcome.Blocked && check.Reason == "Every request was refused with 401");
    }

    [Fact]
    public void A_token_that_is_accepted_in_another_header_breaks_the_rule_of_authentication()
    {
        var probe = Notes.Plan.Cases.First(testCase => testCase.Credential == CredentialForm.WrongHeader);
        Observation[] observations =
        [
            Plain(Notes.Result(401)),
            new Observation.Obstructed("Every request was refused with 401."),
            Notes.Observed(probe, Notes.Result(201, """{"id":1}"""), RunPhase.HeaderProbe),
        ];

        var verdicts = Judged(Notes.Plan, observations, RuleSource.Shown);

        verdicts.Obstacle.ShouldBeNull();
        verdicts.Checks.Where(check => check.Outcome == Outcome.Failed)
            .Select(check => new CheckKey(check.Id, check.Operation)).ShouldBe(probe.Checks);
    }

    [Fact]
    public void A_mock_may_take_an_unknown_token()
    {
        var unknown = Notes.Plan.Cases.First(testCase => testCase.Credential == CredentialForm.Unknown);
        var accepted = Notes.Observed(unknown, Notes.Result(201, """{"id":1}"""));

        Failed([accepted]).ShouldBe(unknown.Checks.Select(check => check.Id));
        Failed([new Observation.MockRecognized(), accepted]).ShouldBeEmpty();
    }

    [Fact]
    public void A_check_is_open_where_the_runs_time_was_over()
    {
        var late = SendResult.NotSent(FaultKind.TimeOver, "the run's time is over");

        Judged(Notes.Plan, [Plain(late)], RuleSource.Shown).IsTimeOver.ShouldBeTrue();
        Judged(Notes.Plan, [Plain(Notes.Result(201, """{"id":1}"""))], RuleSource.Shown).IsTimeOver.ShouldBeFalse();
    }

    [Fact]
    public void A_rule_that_a_response_breaks_is_reported_though_the_plan_does_not_have_it()
    {
        var rule = CheckOf("minLength");
        var plan = Notes.Plan with
        {
            Operations = Notes.Plan.Operations.ToDictionary(
                pair => pair.Key,
                pair => pair.Value with { Checks = [.. pair.Value.Checks.Where(check => check.Key != rule)] }),
        };

        Judged(plan, [Plain(Notes.Result(201, """{"id":1,"tag":"a"}"""))], RuleSource.Shown).Checks
            .Where(check => check.Outcome == Outcome.Failed).Select(check => check.Id).ShouldBe([rule.Id]);
        Judged(plan, [Plain(Notes.Result(201, """{"id":1,"tag":"ab"}"""))], RuleSource.Shown).Checks
            .Count.ShouldBe(plan.Checks.Count);
    }

    [Theory]
    [InlineData("draft-07", "dependencies: { a: [b] }", """{"a":1}""", "read/200/dependencies")]
    [InlineData("draft-07", "dependencies: { a: { required: [b] } }", """{"a":1}""", "read/200/dependencies")]
    [InlineData("draft/2019-09", "items: [{ type: string }, { type: integer }]", """["x","no"]""", "read/200/items/1/type")]
    [InlineData("draft/2019-09", "items: [{}], additionalItems: { type: string }", """[1,2]""", "read/200/additionalItems/type")]
    [InlineData("draft-04", "items: [{}], additionalItems: false", """[1,2]""", "read/200/additionalItems")]
    [InlineData("draft-06", "items: [{ items: [{ type: string }] }]", """[[1]]""", "read/200/items/0/items/0/type")]
    public void Keywords_of_older_drafts_are_planned_and_judged(string dialect, string schema, string body, string broken)
    {
        var scheme = dialect.StartsWith("draft-", StringComparison.Ordinal) ? "http" : "https";
        var api = ContractLoader.LoadText(
            $$"""
            openapi: 3.1.0
            jsonSchemaDialect: {{scheme}}://json-schema.org/{{dialect}}/schema
            info: { title: T, version: '1' }
            paths:
              /a:
                get:
                  operationId: read
                  responses: { '200': { description: A, content: { application/json: { schema: { {{schema}} } } } } }
            """,
            "openapi.yaml").ShouldBeOfType<LoadResult.Loaded>().Api;
        var plan = CasePlanner.Plan(api, PlanOptions.Default);
        var observed = Notes.Observed(plan.Operations["read"].Plain!, Notes.Result(200, body, Json(body)), RunPhase.Plain);

        plan.Checks.Select(check => check.Key.Id).ShouldContain(broken);
        Judged(plan, [observed], RuleSource.Shown).Checks
            .Where(check => check.Outcome == Outcome.Failed).Select(check => check.Id).ShouldBe([broken]);
    }

    private static Verdicts Judged(VerificationPlan plan, IEnumerable<Observation> observations, RuleSource gate)
    {
        var faults = new KitFaults();
        var collector = new EvidenceCollector(plan, faults);
        foreach (var observation in observations)
        {
            collector.Add(observation);
        }

        return Verdicts.Of(plan, collector, gate, faults);
    }

    private static string[] Json(string body) => body.StartsWith('{') ? [] : ["Content-Type: application/json"];

    private static Observation.Exchanged Plain(SendResult result) =>
        Notes.Observed(Notes.Plan.Operations[Notes.Create.Id].Plain!, result, RunPhase.Plain);

    private static Observation.Exchanged UnknownMembers(SendResult result) =>
        Notes.Observed(Notes.Plan.Cases.Single(testCase => testCase.Id == "createNote/unknown-members"), result);

    /// <summary>Responses to every case of creating a note that breaks a rule of its body.</summary>
    private static IEnumerable<Observation> Refusals(Func<ContractCase, SendResult> result) => Notes.Plan.Cases
        .Where(testCase => testCase is { Expectation: CaseExpectation.Refused, Stage: ViolationKind.Body })
        .Select(testCase => Notes.Observed(testCase, result(testCase)));

    private static CheckKey CheckOf(string keyword) =>
        Notes.Plan.Checks.First(check => check.Rule?.Keyword == keyword && check.Operation == Notes.Create).Key;

    private static List<string> Failed(Observation[] observations) =>
    [
        .. Judged(Notes.Plan, observations, RuleSource.Shown).Checks
            .Where(check => check.Outcome == Outcome.Failed)
            .Select(check => check.Id),
    ];

    /// <summary>The outcome of creating a note's check with that id, or of its first rule with that keyword.</summary>
    private static Outcome Of(string name, Observation[] observations, RuleSource gate)
    {
        var key = CheckIds.IsCheck(name) ? Notes.Check(name) : CheckOf(name);
        return Judged(Notes.Plan, observations, gate)
            .Checks.Single(check => check.Id == key.Id && check.Operation == key.Operation).Outcome;
    }
}
