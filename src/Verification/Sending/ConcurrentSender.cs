namespace SocialContract.Verification.Sending;

/// <summary>Sends requests concurrently and passes on their responses in the order of the requests.</summary>
internal static class ConcurrentSender
{
    /// <summary>The number of responses that may wait for an earlier one, for each concurrent request.</summary>
    private const int Ahead = 8;

    /// <param name="concurrency">Requests at a time.</param>
    /// <param name="observe">Called for one response at a time.</param>
    public static async Task SendAsync<T>(
        IEnumerable<T> requests, int concurrency, Func<T, Task<SendResult>> send, Action<T, SendResult> observe)
    {
        concurrency = Math.Max(concurrency, 1);
        using var places = new SemaphoreSlim(concurrency);
        var sent = new Queue<(T Request, Task<SendResult> Result)>();
        foreach (var request in requests)
        {
            sent.Enqueue((request, InPlaceAsync(request)));
            if (sent.Count > concurrency * Ahead)
            {
                await ObserveFirstAsync();
            }
        }

        while (sent.Count > 0)
        {
            await ObserveFirstAsync();
        }

        async Task<SendResult> InPlaceAsync(T request)
        {
            await places.WaitAsync();
            try
            {
                return await send(request);
            }
            finally
            {
                places.Release();
            }
        }

        async Task ObserveFirstAsync()
        {
            var (request, result) = sent.Dequeue();
            observe(request, await result);
        }
    }
}
