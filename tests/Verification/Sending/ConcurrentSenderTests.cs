using SocialContract.Verification.Sending;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Sending;

/// <summary>Requests that are sent concurrently.</summary>
public sealed class ConcurrentSenderTests
{
    [Fact]
    public async Task Responses_are_handed_over_in_the_order_of_the_requests()
    {
        var results = Enumerable.Range(0, 4)
            .Select(_ => new TaskCompletionSource<SendResult>(TaskCreationOptions.RunContinuationsAsynchronously)).ToList();
        var observed = new List<int>();

        var sending = ConcurrentSender.SendAsync(
            Enumerable.Range(0, 4), 4, request => results[request].Task, (request, _) => observed.Add(request));
        foreach (var result in Enumerable.Reverse(results))
        {
            result.SetResult(Notes.Result(200));
        }

        await sending;
        observed.ShouldBe([0, 1, 2, 3]);
    }

    [Fact]
    public async Task No_more_requests_are_under_way_than_allowed()
    {
        var (underWay, highest) = (0, 0);

        await ConcurrentSender.SendAsync(
            Enumerable.Range(0, 50),
            3,
            async _ =>
            {
                highest = Math.Max(highest, Interlocked.Increment(ref underWay));
                await Task.Yield();
                Interlocked.Decrement(ref underWay);
                return Notes.Result(200);
            },
            (_, _) => { });

        highest.ShouldBeLessThanOrEqualTo(3);
    }
}
