using SocialContract.Verification.Baselines;
using SocialContract.Verification.Results;
using SocialContract.Verification.Tests.Reporting;

namespace SocialContract.Verification.Tests.Baselines;

public sealed class BaselineFilterTests
{
    private static readonly DateOnly LastDay = new(2027, 1, 31);

    private static readonly Baseline Known = new([new BaselineEntry("a", "create", LastDay, "TEAM-412")]);

    [Fact]
    public void A_listed_failure_is_known_and_no_longer_decides_the_verdict()
    {
        var report = Apply(Outcome.Failed, LastDay.AddDays(-30));

        var check = report.Checks.ShouldHaveSingleItem();
        (check.Outcome, check.KnownUntil, check.Reason).ShouldBe((Outcome.Known, LastDay, "until 2027-01-31: TEAM-412"));
        report.Verdict.ShouldBe(VerificationVerdict.Conforms);
    }

    [Fact]
    public void The_last_day_still_counts() => Apply(Outcome.Failed, LastDay).Checks[0].Outcome.ShouldBe(Outcome.Known);

    [Fact]
    public void After_its_day_it_fails_again_and_says_that_it_was_known()
    {
        var report = Apply(Outcome.Failed, LastDay.AddDays(1));

        (report.Checks[0].Outcome, report.Checks[0].Reason)
            .ShouldBe((Outcome.Failed, "it was known until 2027-01-31, and that day has passed: TEAM-412"));
        report.Verdict.ShouldBe(VerificationVerdict.Violates);
    }

    [Fact]
    public void Another_failure_still_decides_the_verdict() =>
        BaselineFilter.Apply(Reports.Of(Check(Outcome.Failed), Check(Outcome.Failed) with { Id = "b" }), Known, LastDay)
            .Verdict.ShouldBe(VerificationVerdict.Violates);

    [Fact]
    public void The_same_rule_of_another_operation_is_not_known() =>
        BaselineFilter.Apply(Reports.Of(Check(Outcome.Failed) with { Operation = "update" }), Known, LastDay).Checks[0]
            .Outcome.ShouldBe(Outcome.Failed);

    [Theory]
    [InlineData(Outcome.Passed)]
    [InlineData(Outcome.Question)]
    [InlineData(Outcome.Undocumented)]
    public void An_entry_that_no_longer_fails_is_reported(Outcome outcome)
    {
        var report = Apply(outcome, LastDay);

        report.Notices.ShouldBe(["a of create no longer fails: take it out of the baseline, where it is known until 2027-01-31"]);
        report.Checks[0].Outcome.ShouldBe(outcome);
    }

    [Theory]
    [InlineData(Outcome.Blocked)]
    [InlineData(Outcome.NotExercised)]
    public void An_entry_that_could_not_be_asked_may_still_fail(Outcome outcome) => Apply(outcome, LastDay).Notices.ShouldBeEmpty();

    [Fact]
    public void A_run_that_tested_nothing_stays_one() =>
        BaselineFilter.Apply(Reports.NotTested("refused", Check(Outcome.Blocked)), Known, LastDay)
            .Verdict.ShouldBe(VerificationVerdict.NotTested);

    private static VerificationReport Apply(Outcome outcome, DateOnly today) =>
        BaselineFilter.Apply(Reports.Of(Check(outcome)), Known, today);

    private static CheckResult Check(Outcome outcome) => Reports.Check(outcome, id: "a", operation: "create", failures: Reports.Failure());
}
