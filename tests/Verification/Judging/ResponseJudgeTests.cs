using SocialContract.Contract.Rules;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Judging;
using SocialContract.Verification.Sending;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Judging;

/// <summary>The form of a response beside what the document says of responses.</summary>
public sealed class ResponseJudgeTests
{
    [Fact]
    public void A_response_as_described_is_sound_and_keeps_the_rules_that_it_could_have_broken()
    {
        var finding = Judge(Notes.Result(201, """{"id":1,"tag":"ab"}"""));

        finding.IsSound.ShouldBeTrue();
        Of(finding, EvidenceKind.Broken).ShouldBeEmpty();
        Of(finding, EvidenceKind.Kept).ShouldContain("minLength");
    }

    [Fact]
    public void A_rule_about_a_member_that_is_left_out_is_not_exercised() =>
        Of(Judge(Notes.Result(201, """{"id":1}""")), EvidenceKind.Kept).ShouldNotContain("minLength");

    [Fact]
    public void Each_broken_rule_is_named_with_what_was_found()
    {
        var finding = Judge(Notes.Result(201, """{"id":"1","tag":"a"}"""));

        finding.IsSound.ShouldBeFalse();
        Of(finding, EvidenceKind.Broken).ShouldBe(["type", "minLength"], ignoreOrder: true);
        finding.Evidence.Where(shown => shown.Kind == EvidenceKind.Broken).ShouldAllBe(shown => shown.Found.StartsWith("/body/"));
    }

    [Fact]
    public void The_body_of_a_success_is_not_held_against_a_server_that_should_have_refused()
    {
        var refused = Notes.Case(CaseExpectation.Refused, ViolationKind.Body);

        Of(Judge(Notes.Result(201, """{"id":"1"}"""), refused), EvidenceKind.Broken).ShouldBeEmpty();
    }

    [Fact]
    public void Too_many_requests_and_missing_responses_show_nothing()
    {
        Judge(Notes.Result(429)).ShouldBe(ResponseFinding.Nothing);
        Judge(SendResult.NotSent(FaultKind.TimeOver, "")).ShouldBe(ResponseFinding.Nothing);
    }

    private static ResponseFinding Judge(SendResult result, ContractCase? testCase = null) =>
        new ResponseJudge(Notes.Api).Judge(testCase ?? Notes.Case(CaseExpectation.Accepted), result, Notes.Exchange());

    /// <summary>The keywords of the rules with evidence of a kind.</summary>
    private static IReadOnlyList<string> Of(ResponseFinding finding, EvidenceKind kind)
    {
        var keywords = Notes.Api.Rules.Responses(Notes.Create)
            .DistinctBy(use => use.Rule.Id).ToDictionary(use => use.Rule.Id, use => use.Rule.Keyword ?? "");
        return [.. finding.Evidence.Where(shown => shown.Kind == kind && keywords.ContainsKey(shown.Check.Id))
            .Select(shown => keywords[shown.Check.Id])];
    }
}
