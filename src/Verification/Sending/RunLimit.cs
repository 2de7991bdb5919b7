namespace SocialContract.Verification.Sending;

/// <summary>When a run ends early: at its time limit, or because it is interrupted.</summary>
internal sealed class RunLimit : IDisposable
{
    /// <summary>For what is judged when the run ends early.</summary>
    private static readonly TimeSpan Reaction = TimeSpan.FromSeconds(0.3);

    private readonly CancellationToken _interrupted;
    private readonly CancellationTokenSource _timeLimit;
    private readonly CancellationTokenSource _either;

    /// <param name="interrupted">Cancelled where the user ends the run.</param>
    public RunLimit(TimeSpan timeLimit, TimeProvider time, CancellationToken interrupted)
    {
        _interrupted = interrupted;
        _timeLimit = new CancellationTokenSource(timeLimit, time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(interrupted, _timeLimit.Token);
    }

    /// <summary>Cancelled when the run ends early.</summary>
    public CancellationToken Token => _either.Token;

    public bool IsInterrupted => _interrupted.IsCancellationRequested;

    /// <summary>Why the run ended early, in a clause.</summary>
    public string Reason => IsInterrupted ? "the run was interrupted" : Transport.TimeIsOver;

    /// <summary>How long created resources are deleted after the run has ended early. An interrupted process must end within 2 s.</summary>
    public TimeSpan CleanUpTime => IsInterrupted ? TimeSpan.FromSeconds(0.6) : TimeSpan.FromSeconds(2);

    /// <summary>Waits for the run, after its early end only as long as deleting what it created may take.</summary>
    /// <returns>Whether it is done.</returns>
    public async Task<bool> BoundAsync(Task run, TimeProvider time)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var ending = Token.Register(ended.SetResult);
        if (await Task.WhenAny(run, ended.Task) != run)
        {
            await Task.WhenAny(run, Task.Delay(CleanUpTime + Reaction, time, CancellationToken.None));
        }

        return run.IsCompleted;
    }

    public void Dispose()
    {
        _either.Dispose();
        _timeLimit.Dispose();
    }
}
