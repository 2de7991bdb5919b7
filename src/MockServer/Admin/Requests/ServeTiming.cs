using SocialContract.Contract.Exchanges;

namespace SocialContract.MockServer.Admin.Requests;

/// <summary>The times of an exchange. Milliseconds.</summary>
/// <param name="AddedDelay">The time for which the response was held back on purpose.</param>
/// <param name="ProcessTime">The time without the delay; the mock does not measure how much of it was sending.</param>
internal sealed record ServeTiming(int AddedDelay, int ProcessTime, int ResponseSendTime, int ServeTime, int TotalTime)
{
    public static ServeTiming Of(in Exchange exchange)
    {
        var total = Milliseconds(exchange.Elapsed);
        var delay = Math.Min(total, Milliseconds(exchange.Delay));
        return new(delay, total - delay, 0, total - delay, total);
    }

    private static int Milliseconds(TimeSpan time) => (int)Math.Min(int.MaxValue, time.TotalMilliseconds);
}
