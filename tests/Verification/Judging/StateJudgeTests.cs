using System.Text.Json.Nodes;
using SocialContract.Contract.Messages;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Judging;
using SocialContract.Verification.Sending;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Judging;

/// <summary>What a reading of a resource shows about what was done to it.</summary>
public sealed class StateJudgeTests
{
    private static readonly CheckKey Check = Notes.Check(CheckIds.Update);

    [Theory]
    [InlineData(true, false, EvidenceKind.Kept)]
    [InlineData(false, true, EvidenceKind.Broken)]
    [InlineData(false, false, EvidenceKind.Blocked)]
    internal void A_status_that_is_neither_right_nor_wrong_shows_nothing(bool isKept, bool isBroken, EvidenceKind expected) =>
        StateJudge.OfStatus(Check, Notes.Result(500), Notes.Exchange(), isKept, isBroken, "It is there.").Kind.ShouldBe(expected);

    [Theory]
    [InlineData("""{"name":"contract-kit-0123456789-1","stars":9}""", EvidenceKind.Kept)]
    [InlineData("""{"name":"before","stars":2}""", EvidenceKind.Broken)]
    internal void Only_the_values_that_an_update_invented_are_compared(string read, EvidenceKind expected) =>
        OfUpdate(Notes.Result(200, read)).ShouldNotBeNull().Kind.ShouldBe(expected);

    [Fact]
    public void A_value_that_was_not_taken_is_named_with_what_is_there_instead()
    {
        var evidence = OfUpdate(Notes.Result(200, """{"name":"before"}""")).ShouldNotBeNull();

        evidence.Expected.ShouldBe("name is what the update sent: contract-kit-0123456789-1.");
        evidence.Found.ShouldBe("name is before.");
    }

    [Theory]
    [InlineData(404, """{"name":"before"}""")]
    [InlineData(200, "not JSON")]
    [InlineData(200, """{"stars":2}""")]
    public void A_reading_without_the_value_shows_nothing(int status, string read) => OfUpdate(Notes.Result(status, read)).ShouldBeNull();

    [Theory]
    [InlineData("""{"name":"contract-kit-0123456789-1"}""", EvidenceKind.Broken)]
    [InlineData("""{"name":"before"}""", EvidenceKind.Kept)]
    [InlineData("""{"id":1}""", EvidenceKind.Skipped)]
    internal void What_a_refused_update_sent_is_not_there(string now, EvidenceKind expected) =>
        OfRefused(Notes.Result(422), """{"name":"before"}""", Notes.Result(200, now)).Kind.ShouldBe(expected);

    [Fact]
    public void What_was_there_before_the_refused_update_may_stay() =>
        OfRefused(Notes.Result(422), """{"name":"before","stars":2}""", Notes.Result(200, """{"name":"before","stars":2}"""))
            .Kind.ShouldBe(EvidenceKind.Kept);

    [Fact]
    public void An_update_that_was_done_though_it_is_wrong_shows_nothing_about_refused_ones() =>
        OfRefused(Notes.Result(200), """{"name":"before"}""", Notes.Result(200, """{"name":"before"}"""))
            .Found.ShouldBe("an update that should have been refused was not");

    [Fact]
    public void Without_a_reading_before_nothing_is_shown() =>
        OfRefused(Notes.Result(422), null, Notes.Result(200, """{"name":"before"}"""))
            .Found.ShouldBe("the resource that should have been updated could not be read");

    [Theory]
    [InlineData(401, 204, EvidenceKind.Kept)]
    [InlineData(401, 404, EvidenceKind.Broken)]
    [InlineData(401, 500, EvidenceKind.Blocked)]
    [InlineData(204, 404, EvidenceKind.Blocked)]
    internal void A_resource_can_be_deleted_after_refused_deletions(int refusal, int deletion, EvidenceKind expected) =>
        StateJudge.OfRefusedDeletions(Check, [Notes.Result(401), Notes.Result(refusal)], Notes.Result(deletion), Notes.Exchange())
            .Kind.ShouldBe(expected);

    private static Evidence? OfUpdate(SendResult result) => StateJudge.OfUpdate(Check, Update, result, Notes.Exchange());

    private static Evidence OfRefused(SendResult refusal, string? before, SendResult now) => StateJudge.OfRefusedUpdates(
        Check, [(Update, refusal)], before is null ? null : JsonNode.Parse(before), now, Notes.Exchange());

    private static ContractCase Update { get; } = Notes.Case(CaseExpectation.Any) with
    {
        Request = new RequestMessage("PUT", "/notes/1", body: """{"name":"contract-kit-0123456789-1","stars":2}"""u8.ToArray()),
    };
}
