namespace SocialContract.Verification.Running;

/// <summary>Sends requests side by side and hands over their answers in the order of the requests.</summary>
internal static class ConcurrentSender
{
    /// <summary>How many answers may wait for an earlier one to be judged, for each request at a time.</summary>
    private const int Ahead = 8;

    /// <param name="most">Requests at a time.</param>
    /// <param name="judge">Called one at a time.</param>
    public static async Task SendAsync<T>(IEnumerable<T> requests, int most, Func<T, Task<Answer>> send, Action<T, Answer> judge)
    {
        most = Math.Max(most, 1);
        using var places = new SemaphoreSlim(most);
        var sent = new Queue<(T Request, Task<Answer> Answer)>();
        foreach (var request in requests)
        {
            sent.Enqueue((request, InPlaceAsync(request)));
            if (sent.Count > most * Ahead)
            {
                await JudgeFirstAsync();
            }
        }

        while (sent.Count > 0)
        {
            await JudgeFirstAsync();
        }

        async Task<Answer> InPlaceAsync(T request)
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

        async Task JudgeFirstAsync()
        {
            var (request, answer) = sent.Dequeue();
            judge(request, await answer);
        }
    }
}
