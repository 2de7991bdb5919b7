using System.Text;
using SocialContract.Contract.Messages;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Judging;
using SocialContract.Verification.Sending;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Judging;

/// <summary>A list of resources beside what refused requests sent.</summary>
public sealed class ListJudgeTests
{
    private const string Sent = "contract-kit-0123456789-1";

    [Theory]
    [InlineData("""{"notes":[{"name":"contract-kit-0123456789-1"}]}""", EvidenceKind.Broken)]
    [InlineData("""{"notes":[{"name":"contract-kit-0123456789-2"}]}""", EvidenceKind.Kept)]
    internal void What_a_refused_request_sent_is_not_in_the_list(string list, EvidenceKind expected)
    {
        var evidence = Judge(Notes.Result(200, list), Refused);

        evidence.Check.ShouldBe(Notes.Check(CheckIds.Refused));
        evidence.Kind.ShouldBe(expected);
    }

    [Fact]
    public void A_failure_names_the_case_that_was_done() =>
        Judge(Notes.Result(200, Sent), Refused).Found.ShouldBe("The list has values that createNote/refused sent, though it was refused.");

    [Fact]
    public void A_list_that_is_not_returned_shows_nothing() =>
        Reason(Judge(Notes.Result(500, Sent), Refused)).ShouldBe("the request for the list gets 500");

    [Fact]
    public void A_missing_response_shows_nothing_and_keeps_its_fault()
    {
        var evidence = Judge(SendResult.NotSent(FaultKind.TimeOver, "the run's time is over"), Refused);

        Reason(evidence).ShouldBe("the run's time is over");
        evidence.Fault.ShouldBe(FaultKind.TimeOver);
    }

    [Fact]
    public void Where_nothing_was_refused_nothing_is_shown() =>
        Reason(Judge(Notes.Result(200, Sent))).ShouldBe("nothing was refused");

    private static string Reason(Evidence evidence)
    {
        evidence.Kind.ShouldBe(EvidenceKind.Blocked);
        return evidence.Found;
    }

    private static Evidence Judge(SendResult result, params ContractCase[] refused) =>
        ListJudge.Of("createNote", refused, result, Notes.Exchange());

    private static ContractCase Refused { get; } = Notes.Case(CaseExpectation.Refused, id: "createNote/refused") with
    {
        Request = new RequestMessage("POST", "/notes", body: Encoding.UTF8.GetBytes($$"""{"name":"{{Sent}}"}""")),
    };
}
