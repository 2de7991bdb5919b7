using SocialContract.Verification.Baselines;
using SocialContract.Verification.Results;
using SocialContract.Verification.Tests.Reporting;

namespace SocialContract.Verification.Tests.Baselines;

public sealed class BaselineUpdateTests
{
    private static readonly DateOnly Until = new(2027, 3, 31);
    private static readonly BaselineEntry Old = new("a", "create", new DateOnly(2026, 1, 31), "TEAM-412");

    [Fact]
    public void A_new_failure_is_known_until_the_given_day_with_what_was_found() =>
        Make(Check(Outcome.Failed, "b")).ShouldBe([new BaselineEntry("b", "create", Until, "found the request was accepted with 200")]);

    [Theory]
    [InlineData(Outcome.Failed)]
    [InlineData(Outcome.Known)]
    [InlineData(Outcome.Blocked)]
    [InlineData(Outcome.NotExercised)]
    public void An_entry_that_stays_keeps_its_day_and_note(Outcome outcome) => Make(Check(outcome, "a")).ShouldBe([Old]);

    [Theory]
    [InlineData(Outcome.Passed)]
    [InlineData(Outcome.Question)]
    public void An_entry_that_no_longer_fails_is_removed(Outcome outcome) => Make(Check(outcome, "a")).ShouldBeEmpty();

    [Fact]
    public void An_entry_whose_check_no_longer_exists_is_removed() => Make(Check(Outcome.Passed, "b")).ShouldBeEmpty();

    [Fact]
    public void What_could_not_be_asked_is_not_added() =>
        Make(Check(Outcome.Blocked, "b"), Check(Outcome.NotExercised, "c")).ShouldBeEmpty();

    [Fact]
    public void Entries_are_ordered_by_operation_and_rule() =>
        Make(Check(Outcome.Failed, "z"), Check(Outcome.Failed, "b"), Check(Outcome.Failed, "y") with { Operation = "add" })
            .Select(entry => $"{entry.Operation} {entry.Check}").ShouldBe(["add y", "create b", "create z"]);

    private static IReadOnlyList<BaselineEntry> Make(params CheckResult[] checks) =>
        BaselineUpdate.Make(Reports.Of(checks), new Baseline([Old]), Until).Entries;

    private static CheckResult Check(Outcome outcome, string id) =>
        Reports.Check(outcome, id: id, operation: "create", failures: Reports.Failure());
}
