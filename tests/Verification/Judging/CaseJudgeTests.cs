using SocialContract.Contract.Rules;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Judging;
using SocialContract.Verification.Sending;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Judging;

/// <summary>The judgement of a response for the checks of its case.</summary>
public sealed class CaseJudgeTests
{
    private static readonly CheckKey Type = Notes.Check("createNote/body/text/type");
    private static readonly CheckKey Length = Notes.Check("createNote/body/text/maxLength");
    private static readonly CheckKey Plain = Notes.Check(CheckIds.Plain);

    [Fact]
    public void A_success_is_evidence_that_the_rules_of_an_accepted_case_do_not_refuse_too_much() =>
        Judge(Accepted(Type, Length), Notes.Result(201)).ShouldBe([(Type, EvidenceKind.Accepted), (Length, EvidenceKind.Accepted)]);

    [Fact]
    public void A_refused_plain_request_is_one_failure_and_blocks_the_rules_that_it_keeps() =>
        Judge(Accepted(Type, Plain), Notes.Result(422)).ShouldBe([(Plain, EvidenceKind.Broken), (Type, EvidenceKind.Blocked)]);

    [Fact]
    public void Another_accepted_case_says_nothing_where_the_plain_request_is_refused_too() =>
        Judge(Accepted(Type), Notes.Result(422), isPlainRefused: true).ShouldBe([(Type, EvidenceKind.Blocked)]);

    [Fact]
    public void A_refused_case_of_several_boundary_values_is_left_to_its_isolated_cases() =>
        Judge(Accepted(Type), Notes.Result(422), hasIsolated: true).ShouldBeEmpty();

    [Fact]
    public void A_redirection_that_the_document_does_not_describe_is_undocumented() =>
        Judge(Accepted(Type), Notes.Result(302)).ShouldBe([(Type, EvidenceKind.Undocumented)]);

    [Theory]
    [InlineData(422, EvidenceKind.Kept)]
    [InlineData(404, EvidenceKind.Kept)]
    [InlineData(201, EvidenceKind.Broken)]
    [InlineData(500, EvidenceKind.Broken)]
    [InlineData(301, EvidenceKind.Undocumented)]
    [InlineData(429, EvidenceKind.Blocked)]
    [InlineData(403, EvidenceKind.Blocked)]
    internal void A_case_that_breaks_a_rule_is_judged_by_the_class_of_the_status(int status, EvidenceKind expected) =>
        Judge(Notes.Case(CaseExpectation.Refused, ViolationKind.Body, checks: Type), Notes.Result(status)).ShouldBe([(Type, expected)]);

    [Fact]
    public void A_refusal_that_is_missing_names_the_documented_status_and_the_case()
    {
        var testCase = Notes.Case(CaseExpectation.Refused, ViolationKind.Body, checks: Type);

        var evidence = CaseJudge.Of(testCase, Notes.Result(201), Notes.Exchange(), false, false).ShouldHaveSingleItem();

        evidence.Expected.ShouldBe("Refused with 422 (the case).");
        evidence.Found.ShouldBe("Accepted with 201.");
        evidence.Cause.ShouldBe("Refused with 422");
    }

    [Theory]
    [InlineData(500, CheckIds.MalformedJson)]
    [InlineData(201, "createNote/body/content-type")]
    public void A_server_that_fails_on_an_unreadable_body_breaks_the_check_and_one_that_takes_it_the_rule(int status, string broken)
    {
        var testCase = Notes.Case(
            CaseExpectation.Refused,
            ViolationKind.Syntax,
            checks: [Notes.Check(CheckIds.MalformedJson), Notes.Check("createNote/body/content-type")]);

        Judge(testCase, Notes.Result(status)).ShouldBe([(Notes.Check(broken), EvidenceKind.Broken)]);
    }

    [Theory]
    [InlineData(500, EvidenceKind.Broken)]
    [InlineData(413, EvidenceKind.Kept)]
    [InlineData(201, EvidenceKind.Kept)]
    internal void A_server_may_do_anything_but_fail_with_a_body_that_it_need_not_take(int status, EvidenceKind expected) =>
        Judge(Notes.Case(CaseExpectation.NoServerError, ViolationKind.Syntax, checks: Type), Notes.Result(status))
            .ShouldBe([(Type, expected)]);

    [Fact]
    public void A_missing_response_is_evidence_of_nothing_but_the_fault()
    {
        var result = SendResult.NotSent(FaultKind.TimeOver, "the run's time is over");

        var evidence = CaseJudge.Of(Accepted(Type), result, Notes.Exchange(), false, false).ShouldHaveSingleItem();

        (evidence.Kind, evidence.Found, evidence.Fault).ShouldBe((EvidenceKind.Blocked, "the run's time is over", FaultKind.TimeOver));
    }

    [Fact]
    public void A_503_blocks_only_where_it_asks_to_come_back()
    {
        Judge(Accepted(Type), Notes.Result(503, "", "Retry-After: 5")).ShouldBe([(Type, EvidenceKind.Blocked)]);
        Judge(Accepted(Type), Notes.Result(503)).ShouldBe([(Type, EvidenceKind.Broken)]);
    }

    [Fact]
    public void A_404_for_a_path_with_an_id_blocks_since_the_resource_may_be_missing()
    {
        var reading = Notes.Case(CaseExpectation.Accepted, operation: Notes.Read, checks: Type);

        Judge(reading, Notes.Result(404)).ShouldBe([(Type, EvidenceKind.Blocked)]);
        Judge(Accepted(Type), Notes.Result(404)).ShouldBe([(Type, EvidenceKind.Broken)]);
    }

    [Fact]
    public void Boundary_values_that_are_accepted_alone_and_refused_together_break_the_plain_request()
    {
        var combined = Accepted(Type);

        CaseJudge.OfIsolated(combined, Notes.Exchange(), [(combined, Notes.Result(201)), (combined, Notes.Result(201))])
            .ShouldHaveSingleItem().Check.ShouldBe(Plain);
        CaseJudge.OfIsolated(combined, Notes.Exchange(), [(combined, Notes.Result(201)), (combined, Notes.Result(422))]).ShouldBeEmpty();
        CaseJudge.OfIsolated(combined, Notes.Exchange(), []).ShouldHaveSingleItem().Kind.ShouldBe(EvidenceKind.Blocked);
    }

    private static ContractCase Accepted(params CheckKey[] checks) => Notes.Case(CaseExpectation.Accepted, checks: checks);

    private static IEnumerable<(CheckKey, EvidenceKind)> Judge(
        ContractCase testCase, SendResult result, bool isPlainRefused = false, bool hasIsolated = false) =>
        CaseJudge.Of(testCase, result, Notes.Exchange(), isPlainRefused, hasIsolated).Select(evidence => (evidence.Check, evidence.Kind));
}
