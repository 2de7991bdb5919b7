using Microsoft.Extensions.Time.Testing;
using SocialContract.Contract.Provenances;
using SocialContract.Contract.Rules;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Judging;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Recording;
using SocialContract.Verification.Results;
using SocialContract.Verification.Sending;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Judging;

/// <summary>What a run observed, as evidence.</summary>
public sealed class EvidenceCollectorTests
{
    private static readonly CheckKey First = Notes.Check("createNote/body/text/type");
    private static readonly CheckKey Second = Notes.Check("createNote/body/text/maxLength");
    private static readonly SendResult Created = Notes.Result(201, """{"id":1}""");

    private readonly KitFaults _faults = new();
    private readonly EvidenceCollector _collector;

    public EvidenceCollectorTests() => _collector = new EvidenceCollector(Notes.Plan, _faults);

    [Fact]
    public void Checks_without_a_request_are_blocked_for_the_reason_in_the_order_of_the_observations()
    {
        _collector.Add(new Observation.NotSent([First, Second], "its path needs an id"));
        _collector.Add(new Observation.Skipped(First, "there is no Location header"));

        _collector.Evidence.Select(shown => (shown.Check, shown.Kind, shown.Found)).ShouldBe(
        [
            (First, EvidenceKind.Blocked, "its path needs an id"),
            (Second, EvidenceKind.Blocked, "its path needs an id"),
            (First, EvidenceKind.Skipped, "there is no Location header"),
        ]);
    }

    [Fact]
    public void A_check_that_is_broken_twice_has_failed_once()
    {
        _collector.Add(Notes.Observed(Refused(First), Created));
        _collector.Add(Notes.Observed(Refused(First), Created));

        _collector.IsBroken(First).ShouldBeTrue();
        _collector.IsBroken(Second).ShouldBeFalse();
        _collector.Failed(RuleSource.Stated).ShouldBe(1);
    }

    [Fact]
    public void A_check_fails_only_where_the_gate_counts_its_source()
    {
        var status = Notes.Plan.Checks.First(check => check.Source == RuleSource.Assumed).Key;

        _collector.Add(Notes.Observed(Refused(status), Created));

        _collector.Failed(RuleSource.Shown).ShouldBe(0);
        _collector.Failed(RuleSource.Assumed).ShouldBe(1);
    }

    [Fact]
    public void A_check_that_is_left_out_does_not_fail()
    {
        var plan = Notes.Plan with
        {
            Operations = OperationRequests.ById(Notes.Plan.Operations.Values.Select(operation =>
                operation with { Checks = [.. operation.Checks.Select(check => check with { IsLeftOut = check.Key == First })] })),
        };
        var collector = new EvidenceCollector(plan, _faults);

        collector.Add(Notes.Observed(Refused(First), Created));
        collector.Add(Notes.Observed(Refused(Second), Created));

        collector.Failed(RuleSource.Assumed).ShouldBe(1);
    }

    [Fact]
    public void An_obstacle_takes_the_evidence_before_it_away_but_not_what_comes_after()
    {
        _collector.Add(Notes.Observed(Refused(First), Created));
        _collector.Add(new Observation.Obstructed("Every request was refused with 401."));
        _collector.Add(new Observation.NotSent([Second], "later"));

        _collector.Obstacle.ShouldBe("Every request was refused with 401.");
        _collector.IsBroken(First).ShouldBeFalse();
        _collector.Evidence.ShouldHaveSingleItem().Found.ShouldBe("later");
        _collector.Responses.Count.ShouldBe(1);
    }

    [Fact]
    public void Closing_blocks_every_check_because_the_time_is_over()
    {
        _collector.Close("the run's time is over");

        _collector.IsClosed.ShouldBeTrue();
        _collector.Evidence.Select(shown => shown.Check).ShouldBe(Notes.Plan.Checks.Select(check => check.Key));
        _collector.Evidence.ShouldAllBe(shown =>
            shown.Kind == EvidenceKind.Blocked && shown.Found == "the run's time is over" && shown.Fault == FaultKind.TimeOver);
    }

    [Fact]
    public void Nothing_that_comes_after_closing_counts()
    {
        _collector.Close("the run's time is over");

        _collector.Add(Notes.Observed(Refused(First), Created));
        _collector.Add(new Observation.Obstructed("Every request was refused with 401."));

        _collector.Evidence.Count.ShouldBe(Notes.Plan.Checks.Count);
        _collector.IsBroken(First).ShouldBeFalse();
        _collector.Responses.ShouldBeEmpty();
        _collector.Obstacle.ShouldBeNull();
    }

    [Fact]
    public void A_response_that_comes_after_the_end_of_the_run_is_not_judged()
    {
        using var limit = new RunLimit(TimeSpan.FromMinutes(1), new FakeTimeProvider(), new CancellationToken(canceled: true));
        var collector = new EvidenceCollector(Notes.Plan, _faults, limit);

        collector.Add(Notes.Observed(Refused(First), Created));

        collector.Evidence.Select(shown => (shown.Check, shown.Kind, shown.Found, shown.Fault))
            .ShouldBe([(First, EvidenceKind.Blocked, "the run was interrupted", FaultKind.TimeOver)]);
        collector.Responses.ShouldBeEmpty();
        _faults.All.ShouldBeEmpty();
    }

    [Fact]
    public void A_fault_that_comes_after_the_end_of_the_run_keeps_its_own_reason()
    {
        using var limit = new RunLimit(TimeSpan.FromMinutes(1), new FakeTimeProvider(), new CancellationToken(canceled: true));
        var collector = new EvidenceCollector(Notes.Plan, _faults, limit);

        collector.Add(Notes.Observed(Refused(First), SendResult.NotSent(FaultKind.Unreachable, "no connection")));

        collector.Evidence.Select(shown => (shown.Kind, shown.Found, shown.Fault))
            .ShouldBe([(EvidenceKind.Blocked, "no connection", FaultKind.Unreachable)]);
    }

    [Fact]
    public void A_fault_of_the_kit_blocks_the_checks_of_the_case_and_of_its_step_and_the_next_one_is_judged()
    {
        // A refusal needs the stage at which it is refused.
        var broken = Notes.Observed(Notes.Case(CaseExpectation.Refused, id: "createNote/broken", checks: First), Created) with
        {
            Step = new SequenceStep(StepKind.Read, Refused(), Second),
        };

        _collector.Add(broken);
        _collector.Add(Notes.Observed(Refused(First), Created));

        _faults.All.ShouldHaveSingleItem().ShouldStartWith("the kit itself failed while judging createNote/broken (");
        _collector.Evidence.Take(2).Select(shown => (shown.Check, shown.Kind, shown.Found, shown.Fault)).ShouldBe(
        [
            (First, EvidenceKind.Blocked, _faults.All[0], FaultKind.Internal),
            (Second, EvidenceKind.Blocked, _faults.All[0], FaultKind.Internal),
        ]);
        _collector.IsBroken(First).ShouldBeTrue();
    }

    [Fact]
    public void A_list_is_searched_for_what_was_refused_of_the_operation_whose_resources_it_has()
    {
        _collector.Add(Notes.Observed(Refused(First), Notes.Result(422)));
        _collector.Add(ListOf("createNote"));
        _collector.Add(ListOf("readNote"));

        _collector.Evidence.Where(shown => shown.Check.Id == CheckIds.Refused)
            .Select(shown => (shown.Check.Operation, shown.Kind, shown.Found))
            .ShouldBe([("createNote", EvidenceKind.Kept, ""), ("readNote", EvidenceKind.Blocked, "nothing was refused")]);
    }

    [Fact]
    public void A_case_that_should_have_been_refused_and_was_accepted_is_not_looked_for_in_the_list()
    {
        _collector.Add(Notes.Observed(Refused(First), Created));
        _collector.Add(ListOf("createNote"));

        _collector.Evidence.Single(shown => shown.Check.Id == CheckIds.Refused).Found.ShouldBe("nothing was refused");
    }

    [Theory]
    [InlineData(RunPhase.Case, false)]
    [InlineData(RunPhase.IsolatedCase, true)]
    internal void A_refused_case_of_several_values_is_judged_by_its_isolated_cases(RunPhase phase, bool isBroken)
    {
        var several = Notes.Case(CaseExpectation.Accepted, id: "createNote/several", checks: First);
        var single = Notes.Case(CaseExpectation.Accepted, id: "createNote/single") with { OnlyIfRefused = several.Id };
        var plan = Notes.Plan with
        {
            Operations = OperationRequests.ById(Notes.Plan.Operations.Values.Select(operation =>
                operation with { Cases = operation.Operation == Notes.Create ? [several, single] : [] })),
        };
        var collector = new EvidenceCollector(plan, _faults);

        collector.Add(Notes.Observed(several, Notes.Result(422), phase));

        collector.IsBroken(First).ShouldBe(isBroken);
    }

    [Fact]
    public void A_mock_keeps_no_state_so_that_steps_show_nothing_of_it()
    {
        var step = new SequenceStep(StepKind.Read, Notes.Case(CaseExpectation.Any, operation: Notes.Read), First);
        var observed = Notes.Observed(step.Case, Notes.Result(404)) with { Step = step };
        var started = new Observation.SequenceStarted(new Sequence("createNote/sequence", [step]));

        _collector.Add(started);
        _collector.Add(observed);
        _collector.IsBroken(First).ShouldBeTrue();

        var ofMock = new EvidenceCollector(Notes.Plan, _faults);
        ofMock.Add(new Observation.MockRecognized());
        ofMock.Add(started);
        ofMock.Add(observed);
        ofMock.Evidence.ShouldNotContain(shown => shown.Check == First);
    }

    [Fact]
    public void A_response_is_kept_with_whether_its_form_is_as_described()
    {
        _collector.Add(Notes.Observed(Accepted, Created));
        _collector.Add(Notes.Observed(Accepted, Notes.Result(201, """{"id":"x"}""")));

        _collector.Responses.Select(response => response.IsSound).ShouldBe([true, false]);
    }

    private static ContractCase Accepted { get; } = Notes.Case(CaseExpectation.Accepted, checks: First);

    private static ContractCase Refused(params CheckKey[] checks) =>
        Notes.Case(CaseExpectation.Refused, ViolationKind.Body, checks: checks);

    private static Observation.Exchanged ListOf(string creator) =>
        Notes.Observed(Notes.Case(CaseExpectation.Any, operation: Notes.Read), Notes.Result(200, """{"notes":[]}"""), RunPhase.List) with
        {
            ListedCreator = creator,
        };
}
