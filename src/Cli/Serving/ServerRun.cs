using SocialContract.Cli.Errors;

namespace SocialContract.Cli.Serving;

/// <summary>How a command that serves runs: until a signal ends it, at any time, with exit code 0.</summary>
internal static class ServerRun
{
    public static async Task<int> UntilSignalAsync(Func<Task<ExitCode>> serve, TextWriter error, CancellationToken cancellationToken)
    {
        try
        {
            return (int)await serve();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return (int)ExitCode.Conforms;
        }
        catch (Exception fault) when (StartFaults.IsKnown(fault))
        {
            error.WriteLine($"social-contract: {StartFaults.Describe(fault)}");
            return (int)ExitCode.Usage;
        }
    }

    /// <summary>Completes when the token is cancelled.</summary>
    public static Task SignalAsync(TimeProvider time, CancellationToken cancellationToken) =>
        SignalAsync(time, Task.Delay(Timeout.InfiniteTimeSpan, time, CancellationToken.None), cancellationToken);

    /// <summary>Completes when the token is cancelled, or when the server was stopped otherwise.</summary>
    public static async Task SignalAsync(TimeProvider time, Task stopped, CancellationToken cancellationToken)
    {
        var received = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var memory = new IdleMemory(time);
        await using var registration = cancellationToken.Register(received.SetResult);
        await Task.WhenAny(received.Task, stopped);
    }
}
