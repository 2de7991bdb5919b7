using SocialContract.Verification.Sending;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Sending;

/// <summary>When a run stops asking a server that gives no more responses.</summary>
public sealed class UnresponsiveTargetTests
{
    private readonly UnresponsiveTarget _target = new();

    [Fact]
    public void Ten_requests_in_a_row_without_a_response_are_enough()
    {
        Hear(Notes.Result(200), 3);
        Hear(Fault(FaultKind.TimedOut), 9);
        _target.Reason.ShouldBeNull();

        Hear(Fault(FaultKind.Closed), 1);

        _target.Reason.ShouldBe("the server stopped responding after 3 responses: the fault");
    }

    [Fact]
    public void A_response_in_between_starts_the_count_again()
    {
        Hear(Fault(FaultKind.TimedOut), 9);
        Hear(Notes.Result(500), 1);
        Hear(Fault(FaultKind.TimedOut), 9);

        _target.Reason.ShouldBeNull();
    }

    [Fact]
    public void Requests_that_were_not_sent_say_nothing_about_the_server()
    {
        Hear(Fault(FaultKind.TimeOver), 20);

        _target.Reason.ShouldBeNull();
    }

    private void Hear(SendResult result, int times)
    {
        for (var time = 0; time < times; time++)
        {
            _target.Hear(result);
        }
    }

    private static SendResult Fault(FaultKind kind) => SendResult.NotSent(kind, "the fault");
}
