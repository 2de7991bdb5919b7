using SocialContract.Contract.Rules;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Judging;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Judging;

/// <summary>Operations that refuse, but never with the documented status.</summary>
public sealed class RefusalReviewTests
{
    private static readonly CheckKey Status = Notes.Check(Notes.Api.Rules.ForStatus(Notes.Create).Id);
    private static readonly CheckKey Length = Notes.Check("createNote/body/text/maxLength");
    private static readonly CheckKey Minimum = Notes.Check("createNote/body/stars/minimum");

    [Fact]
    public void A_server_that_fails_on_everything_that_is_wrong_breaks_the_check_of_statuses_only() =>
        Review(Refused(Length, 500), Refused(Minimum, 500)).ShouldBe(
        [
            (Status, EvidenceKind.Broken, "Failed with 500."),
            (Length, EvidenceKind.Blocked, "every invalid request gets 500"),
            (Status, EvidenceKind.Broken, "Failed with 500."),
            (Minimum, EvidenceKind.Blocked, "every invalid request gets 500"),
        ]);

    [Fact]
    public void A_server_that_refuses_one_of_two_rules_is_judged_by_each() =>
        Review(Refused(Length, 500), Refused(Minimum, 422)).ShouldBeEmpty();

    [Fact]
    public void A_single_rule_is_not_yet_everything() => Review(Refused(Length, 500), Refused(Length, 500)).ShouldBeEmpty();

    [Fact]
    public void A_refusal_in_a_response_with_a_success_status_is_one_cause_where_successes_look_otherwise()
    {
        var disguised = Review(Accepted(isSound: true), Refused(Length, 200, isSound: false), Refused(Minimum, 200, isSound: false));

        disguised.Count.ShouldBe(4);
        disguised[0].ShouldBe((
            Status, EvidenceKind.Broken, "The response has status 200, but it is not what the document describes for a success."));
    }

    [Fact]
    public void A_response_of_wrong_form_is_not_a_refusal_where_no_success_was_seen() =>
        Review(Accepted(isSound: false), Refused(Length, 200, isSound: false), Refused(Minimum, 200, isSound: false)).ShouldBeEmpty();

    [Fact]
    public void A_response_in_the_form_of_a_success_is_none() =>
        Review(Accepted(isSound: true), Refused(Length, 200, isSound: true), Refused(Minimum, 200, isSound: false)).ShouldBeEmpty();

    [Fact]
    public void The_exchanges_of_the_cause_show_nothing_else()
    {
        JudgedResponse[] responses = [Accepted(isSound: true), Refused(Length, 500), Refused(Minimum, 500)];

        RefusalReview.Of(Notes.Plan, responses).Explained
            .ShouldBe([responses[1].Observed.Exchange, responses[2].Observed.Exchange], ignoreOrder: true);
    }

    private static JudgedResponse Refused(CheckKey check, int status, bool isSound = true) =>
        new(Notes.Observed(Notes.Case(CaseExpectation.Refused, ViolationKind.Body, checks: check), Notes.Result(status)), isSound);

    private static JudgedResponse Accepted(bool isSound) =>
        new(Notes.Observed(Notes.Case(CaseExpectation.Accepted), Notes.Result(201)), isSound);

    private static List<(CheckKey, EvidenceKind, string)> Review(params JudgedResponse[] responses) =>
        [.. RefusalReview.Of(Notes.Plan, responses).Evidence.Select(shown => (shown.Check, shown.Kind, shown.Found))];
}
