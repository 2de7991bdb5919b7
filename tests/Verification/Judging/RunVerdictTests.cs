using SocialContract.Contract.Provenances;
using SocialContract.Verification.Judging;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Results;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Tests.Judging;

/// <summary>The verdict on a run, from the outcomes of its checks and the way it ended.</summary>
public sealed class RunVerdictTests
{
    [Theory]
    [InlineData(VerificationVerdict.Conforms, "", Outcome.Passed, Outcome.Question, Outcome.Blocked)]
    [InlineData(VerificationVerdict.Violates, "", Outcome.Passed, Outcome.Failed)]
    [InlineData(VerificationVerdict.NotTested, "Nothing could be tested: the reason.", Outcome.Blocked, Outcome.NotExercised)]
    [InlineData(VerificationVerdict.NotTested, "Nothing was exercised.", Outcome.NotExercised)]
    public void A_complete_run_is_judged_by_its_checks(VerificationVerdict verdict, string reason, params Outcome[] outcomes) =>
        Of(outcomes).ShouldBe((verdict, reason));

    [Fact]
    public void A_failed_check_weighs_more_than_requests_that_were_not_sent() =>
        Of([Outcome.Failed], unresponsive: "the server stopped responding").Verdict.ShouldBe(VerificationVerdict.Violates);

    [Fact]
    public void Without_a_failed_check_requests_that_were_not_sent_leave_the_run_untested() =>
        Of([Outcome.Passed], unresponsive: "the server stopped responding")
            .ShouldBe((VerificationVerdict.NotTested, "Not every request was sent: the server stopped responding."));

    [Fact]
    public void An_obstacle_is_the_reason_of_the_verdict() =>
        Of([Outcome.Blocked], obstacle: "Every request got 404.").ShouldBe((VerificationVerdict.NotTested, "Every request got 404."));

    [Fact]
    public void An_interrupted_run_is_not_tested_whatever_failed() =>
        Of([Outcome.Failed], isInterrupted: true)
            .ShouldBe((VerificationVerdict.NotTested, "Not every request was sent: the run was interrupted."));

    [Theory]
    [InlineData(true, Outcome.Passed, VerificationVerdict.NotTested, "Much is missing.")]
    [InlineData(false, Outcome.Passed, VerificationVerdict.Conforms, "")]
    [InlineData(true, Outcome.Failed, VerificationVerdict.Violates, "")]
    public void A_run_of_a_plan_that_lacks_much_does_not_conform(
        bool isLarge, Outcome outcome, VerificationVerdict verdict, string reason) =>
        Of([outcome], shortfall: new PlanShortfall("Much is missing.", isLarge)).ShouldBe((verdict, reason));

    [Fact]
    public void A_fault_of_the_kit_itself_comes_first_and_further_ones_are_counted() =>
        Of([Outcome.Failed], isInterrupted: true, faults: ["the kit failed", "again", "again"]).ShouldBe((
            VerificationVerdict.NotTested,
            "Not everything was tested, and the server is not the cause: the kit failed, and 2 times more."));

    private static (VerificationVerdict Verdict, string Reason) Of(
        Outcome[] outcomes,
        string? unresponsive = null,
        string? obstacle = null,
        bool isInterrupted = false,
        PlanShortfall? shortfall = null,
        params string[] faults)
    {
        using var limit = new RunLimit(Timeout.InfiniteTimeSpan, TimeProvider.System, new CancellationToken(isInterrupted));
        return Verdict.Of(
            new Verdicts([.. outcomes.Select(Check)], obstacle, IsTimeOver: false), unresponsive, limit, faults, shortfall);
    }

    private static CheckResult Check(Outcome outcome) => new(
        "check", "operation", RuleSource.Stated, "the statement", null, null, "", "notes.yaml", 1, outcome,
        outcome == Outcome.Blocked ? "the reason" : "", [], []);
}
