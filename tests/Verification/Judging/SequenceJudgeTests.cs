using SocialContract.Contract.Messages;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Judging;
using SocialContract.Verification.Recording;
using SocialContract.Verification.Sending;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Judging;

/// <summary>What the responses to the steps of a sequence show about its resource.</summary>
public sealed class SequenceJudgeTests
{
    private static readonly CheckKey Gone = Notes.Check(CheckIds.Delete);
    private static readonly CheckKey Refused = Notes.Check(CheckIds.Refused);

    [Theory]
    [InlineData(404, EvidenceKind.Kept)]
    [InlineData(200, EvidenceKind.Broken)]
    [InlineData(500, EvidenceKind.Blocked)]
    internal void What_was_deleted_is_not_found_any_more(int status, EvidenceKind expected) => Last(
        (StepKind.Delete, null, Notes.Result(204)),
        (StepKind.ReadDeleted, Gone, Notes.Result(status))).ShouldBe([(Gone, expected)]);

    [Fact]
    public void Nothing_is_concluded_where_the_deletion_failed() => Last(
        (StepKind.Delete, null, Notes.Result(500)),
        (StepKind.ReadDeleted, Gone, Notes.Result(200))).ShouldBeEmpty();

    [Theory]
    [InlineData(204, EvidenceKind.Kept)]
    [InlineData(404, EvidenceKind.Broken)]
    internal void A_refused_deletion_left_the_resource_in_its_place(int status, EvidenceKind expected) => Last(
        (StepKind.RefusedDelete, Refused, Notes.Result(401)),
        (StepKind.Delete, null, Notes.Result(status))).ShouldBe([(Refused, expected)]);

    [Fact]
    public void A_deletion_that_should_have_been_refused_and_was_not_shows_nothing() => Last(
        (StepKind.RefusedDelete, Refused, Notes.Result(204)),
        (StepKind.Delete, null, Notes.Result(404))).ShouldBe([(Refused, EvidenceKind.Blocked)]);

    [Theory]
    [InlineData("contract-kit-0-1", EvidenceKind.Broken)]
    [InlineData("before", EvidenceKind.Kept)]
    internal void What_a_refused_update_sent_is_not_there(string now, EvidenceKind expected) => Last(
        (StepKind.ReadBefore, null, Notes.Result(200, """{"text":"before"}""")),
        (StepKind.RefusedUpdate, Refused, Notes.Result(422)),
        (StepKind.ReadUnchanged, Refused, Notes.Result(200, $$"""{"text":"{{now}}"}"""))).ShouldBe([(Refused, expected)]);

    [Theory]
    [InlineData("contract-kit-0-1", EvidenceKind.Kept)]
    [InlineData("before", EvidenceKind.Broken)]
    internal void What_an_update_sent_is_there(string now, EvidenceKind expected)
    {
        var update = Notes.Check(CheckIds.Update);

        Last(
            (StepKind.Update, null, Notes.Result(200)),
            (StepKind.ReadUpdated, update, Notes.Result(200, $$"""{"text":"{{now}}"}"""))).ShouldBe([(update, expected)]);
    }

    /// <summary>The evidence of the last of several steps.</summary>
    private static IEnumerable<(CheckKey, EvidenceKind)> Last(params (StepKind Kind, CheckKey? State, SendResult Result)[] steps)
    {
        var planned = steps.Select(step => new SequenceStep(step.Kind, Case, step.State)).ToList();
        var judge = new SequenceJudge(new Sequence("notes/sequence", planned));
        var evidence = planned.Zip(steps)
            .Select(step => judge.Next(step.First, Notes.Observed(Case, step.Second.Result, RunPhase.Sequence)).ToList())
            .ToList();
        return evidence[^1].Select(shown => (shown.Check, shown.Kind));
    }

    /// <summary>It sends a text of its own.</summary>
    private static ContractCase Case { get; } = Notes.Case(CaseExpectation.Any) with
    {
        Request = new RequestMessage("PUT", "/notes/1", body: """{"text":"contract-kit-0-1"}"""u8.ToArray()),
    };
}
