using SocialContract.Contract.Provenances;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Judging;
using SocialContract.Verification.Results;
using SocialContract.Verification.Sending;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Judging;

/// <summary>The outcome of a check by the evidence for it.</summary>
public sealed class ConclusionTests
{
    private static readonly PlannedCheck Stated = Notes.Plan.Checks.First(check => check.Rule is { Keyword: "maxLength" });

    [Fact]
    public void A_broken_rule_fails_where_it_is_sure_enough_for_the_gate_and_else_is_a_question()
    {
        var broken = Evidence(EvidenceKind.Broken);

        Outcome([broken], check: Stated with { Source = RuleSource.Shown }, gate: RuleSource.Shown).ShouldBe(Results.Outcome.Failed);
        Outcome([broken], check: Stated with { Source = RuleSource.Assumed }, gate: RuleSource.Shown).ShouldBe(Results.Outcome.Question);
        Outcome([broken], check: Stated with { Source = RuleSource.Assumed }, gate: RuleSource.Assumed).ShouldBe(Results.Outcome.Failed);
    }

    [Fact]
    public void The_worst_evidence_decides()
    {
        var (kept, blocked) = (Evidence(EvidenceKind.Kept), Evidence(EvidenceKind.Blocked));
        var (undocumented, broken) = (Evidence(EvidenceKind.Undocumented), Evidence(EvidenceKind.Broken));

        Outcome([blocked, kept, undocumented, broken]).ShouldBe(Results.Outcome.Failed);
        Outcome([blocked, kept, undocumented]).ShouldBe(Results.Outcome.Undocumented);
        Outcome([blocked, kept]).ShouldBe(Results.Outcome.Passed);
        Outcome([blocked]).ShouldBe(Results.Outcome.Blocked);
        Outcome([]).ShouldBe(Results.Outcome.NotExercised);
    }

    [Fact]
    public void Accepted_requests_do_not_show_that_a_rule_is_kept_where_a_refusing_case_is_planned()
    {
        var accepted = Evidence(EvidenceKind.Accepted);

        Outcome([accepted], needsRefusal: false).ShouldBe(Results.Outcome.Passed);
        Outcome([accepted], needsRefusal: true).ShouldBe(Results.Outcome.NotExercised);
        Outcome([accepted], needsRefusal: false, check: Stated with { NotExercised = "a reason" }).ShouldBe(Results.Outcome.NotExercised);
    }

    [Fact]
    public void A_check_that_is_left_out_is_not_concluded_whatever_was_seen() =>
        Outcome([Evidence(EvidenceKind.Broken)], check: Stated with { IsLeftOut = true }).ShouldBe(Results.Outcome.NotExercised);

    [Fact]
    public void The_first_reason_is_given_why_a_check_is_blocked_and_why_no_response_came()
    {
        var first = Evidence(EvidenceKind.Blocked) with { Found = "the run's time is over", Fault = FaultKind.TimeOver };

        var conclusion = Conclude([first, Evidence(EvidenceKind.Blocked)]);

        (conclusion.Result.Reason, conclusion.Fault).ShouldBe(("the run's time is over", FaultKind.TimeOver));
    }

    [Fact]
    public void Cases_of_one_cause_and_one_status_are_one_failure_shown_by_the_first()
    {
        var failures = Conclude(
        [
            Broken("a", 422, "Refused with 422"),
            Broken("b", 422, "Refused with 422"),
            Broken("c", 500, "Refused with 422"),
            Broken("d", 422, "Accepted"),
            Broken("b", 422, "Refused with 422"),
        ]).Result.Failures;

        failures.Select(failure => (failure.Exchange.Case, string.Join(' ', failure.OtherCases)))
            .ShouldBe([("a", "b"), ("c", ""), ("d", "")]);
    }

    private static Evidence Evidence(EvidenceKind kind) => new(Stated.Key, kind, Notes.Exchange(), "", "the reason");

    private static Evidence Broken(string id, int status, string cause) =>
        new(Stated.Key, EvidenceKind.Broken, Notes.Exchange(id, status), $"{cause} ({id}).") { Cause = cause };

    private static Outcome Outcome(
        IReadOnlyList<Evidence> evidence, bool needsRefusal = true, PlannedCheck? check = null, RuleSource gate = RuleSource.Shown) =>
        Conclude(evidence, needsRefusal, check, gate).Result.Outcome;

    private static Conclusion Conclude(
        IReadOnlyList<Evidence> evidence, bool needsRefusal = true, PlannedCheck? check = null, RuleSource gate = RuleSource.Shown) =>
        Conclusion.Of(check ?? Stated, evidence, needsRefusal, gate);
}
