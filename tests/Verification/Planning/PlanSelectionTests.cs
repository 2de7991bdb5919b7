using SocialContract.Tests.Support;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Planning;

/// <summary>What <c>--only</c> leaves of a plan.</summary>
public sealed class PlanSelectionTests
{
    private const string Paths = """
          /notes:
            post:
              operationId: createNote
              requestBody:
                required: true
                content: { application/json: { schema: { type: object, properties: { stars: { minimum: 1 } } } } }
              responses:
                '201':
                  description: Created.
                  content: { application/json: { schema: { type: object, required: [id], properties: { id: { type: integer } } } } }
                '422': { description: Refused. }
          /notes/{id}:
            parameters: [ { name: id, in: path, required: true, schema: { type: integer } } ]
            get: { operationId: readNote, responses: { '200': { description: The note. } } }
          /other:
            get: { operationId: other, responses: { '200': { description: Another. } } }
        """;

    [Fact]
    public void Without_a_pattern_nothing_is_left_out()
    {
        var plan = Of();

        plan.Checks.ShouldAllBe(check => !check.IsLeftOut);
        plan.Plain.Select(testCase => testCase.Operation.Id).ShouldBe(["createNote", "readNote", "other"], ignoreOrder: true);
    }

    [Fact]
    public void The_checks_of_other_operations_stay_and_say_why_they_are_not_asked()
    {
        var plan = Of("other");

        plan.Checks.Where(check => !check.IsLeftOut).ShouldAllBe(check => check.Operation.Id == "other");
        plan.Checks.Where(check => check.IsLeftOut)
            .ShouldAllBe(check => check.Operation.Id != "other" && check.NotExercised == "not selected");
        plan.Checks.Count.ShouldBe(Of().Checks.Count);
    }

    [Fact]
    public void The_requests_of_other_operations_are_left_out_with_what_only_they_need()
    {
        var plan = Of("other");

        plan.Plain.ShouldHaveSingleItem().Operation.Id.ShouldBe("other");
        plan.Sequences.ShouldBeEmpty();
        plan.Fixtures.ShouldBeEmpty();
        plan.Cases.ShouldAllBe(testCase => testCase.Operation.Id == "other");
    }

    [Fact]
    public void What_a_selected_request_needs_stays() =>
        Of("readNote/check/plain-request").Fixtures.Select(testCase => testCase.Operation.Id).ShouldBe(["createNote"]);

    [Fact]
    public void A_single_rule_keeps_only_the_cases_about_it()
    {
        var plan = Of("*minimum");
        var check = plan.Checks.Single(check => !check.IsLeftOut).Key;

        plan.Cases.ShouldNotBeEmpty();
        plan.Cases.ShouldAllBe(testCase => testCase.Checks.Contains(check));
    }

    [Fact]
    public void A_case_is_selected_by_the_id_that_reports_print_with_what_its_response_shows()
    {
        var testCase = Of().Cases.First(testCase => testCase.Expectation == CaseExpectation.Refused);

        var selected = Of(testCase.Id).Checks.Where(check => !check.IsLeftOut).Select(check => check.Key).ToList();

        selected.ShouldContain(testCase.Checks[0]);
        selected.ShouldContain(check => check.Id == "createNote/status");
        selected.ShouldAllBe(check => check.Operation == "createNote");
    }

    [Fact]
    public void A_rule_of_responses_keeps_all_requests_whose_responses_can_break_it() =>
        Of("createNote/201/content-type").Cases.Select(testCase => testCase.Id)
            .ShouldBe(Of().Cases.Where(testCase => testCase.Operation.Id == "createNote").Select(testCase => testCase.Id));

    [Fact]
    public void A_sequence_that_a_selected_check_is_judged_by_stays() =>
        Of(CheckIds.ReadBack).Sequences.ShouldHaveSingleItem().Id.ShouldBe("createNote/sequence");

    private static VerificationPlan Of(params string[] only) => Verifying.PlanOf(SmallDocument.Of(Paths), only);
}
