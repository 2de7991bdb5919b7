using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Judging;
using SocialContract.Verification.Sending;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Judging;

/// <summary>The status of a response beside those that the document describes.</summary>
public sealed class StatusJudgeTests
{
    private static readonly CheckKey CreateStatus = Notes.Check(Notes.Api.Rules.ForStatus(Notes.Create).Id);
    private static readonly CheckKey ReadStatus = Notes.Check(Notes.Api.Rules.ForStatus(Notes.Read).Id, Notes.Read);

    [Fact]
    public void A_described_status_is_kept_and_gives_the_response()
    {
        var (described, evidence) = Judge(Notes.Case(CaseExpectation.Accepted), Notes.Result(201));

        described.ShouldNotBeNull().Status.ShouldBe("201");
        evidence.ShouldContain((CreateStatus, EvidenceKind.Kept));
    }

    [Fact]
    public void Another_success_than_the_stated_one_breaks_the_rule_of_statuses()
    {
        var (described, evidence) = Judge(Notes.Case(CaseExpectation.Accepted), Notes.Result(200));

        described.ShouldBeNull();
        evidence.ShouldBe([(CreateStatus, EvidenceKind.Broken)]);
    }

    [Fact]
    public void Another_success_than_the_assumed_one_is_described_by_it_and_is_its_checks_question()
    {
        var (described, evidence) = Judge(Notes.Case(CaseExpectation.Accepted, operation: Notes.Read), Notes.Result(204));

        described.ShouldNotBeNull().Status.ShouldBe("200");
        evidence.ShouldBe([(ReadStatus, EvidenceKind.Kept), (Notes.Check("check/status/200", Notes.Read), EvidenceKind.Broken)]);
    }

    [Fact]
    public void A_refusal_with_a_status_that_is_not_described_breaks_the_rule_where_another_is_stated() =>
        Judge(Refused(ViolationKind.Body), Notes.Result(409)).Evidence.ShouldBe([(CreateStatus, EvidenceKind.Broken)]);

    [Theory]
    [InlineData(413)]
    [InlineData(431)]
    public void The_servers_own_limits_need_not_be_described(int status) =>
        Judge(Refused(ViolationKind.Body), Notes.Result(status)).Evidence.ShouldBeEmpty();

    [Fact]
    public void A_refusal_that_the_document_is_silent_on_is_undocumented_unless_HTTP_gives_the_status()
    {
        var query = Notes.Case(CaseExpectation.Refused, ViolationKind.Parameter, operation: Notes.Read);
        var caller = Notes.Case(CaseExpectation.Refused, ViolationKind.Security, operation: Notes.Read);

        Judge(query, Notes.Result(400)).Evidence.ShouldBe([(ReadStatus, EvidenceKind.Undocumented)]);
        Judge(caller, Notes.Result(401)).Evidence.ShouldBeEmpty();
    }

    [Fact]
    public void A_missing_resource_is_a_question_where_the_documented_status_is_only_assumed()
    {
        var reading = Notes.Case(CaseExpectation.Any, operation: Notes.Read);
        var check = Notes.Check("check/status/404", Notes.Read);

        Missing(reading, 404).ShouldBe([(check, EvidenceKind.Kept)]);
        Missing(reading, 400).ShouldBe([(check, EvidenceKind.Broken)]);
        Missing(reading, 401).ShouldBeEmpty();
        Missing(reading, 200).ShouldBeEmpty();
    }

    private static ContractCase Refused(ViolationKind stage) => Notes.Case(CaseExpectation.Refused, stage);

    private static (Response? Described, IEnumerable<(CheckKey, EvidenceKind)> Evidence) Judge(ContractCase testCase, SendResult result)
    {
        var (described, evidence) = new StatusJudge(Notes.Api.Rules).Judge(testCase, result, Notes.Exchange());
        return (described, evidence.Select(shown => (shown.Check, shown.Kind)));
    }

    private static IEnumerable<(CheckKey, EvidenceKind)> Missing(ContractCase testCase, int status) =>
        StatusJudge.OfMissing(testCase, Notes.Result(status), Notes.Exchange()).Select(shown => (shown.Check, shown.Kind));
}
