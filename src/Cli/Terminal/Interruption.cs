namespace SocialContract.Cli.Terminal;

/// <summary>Ends work when its command is cancelled: the work is asked to end, and not waited for any longer than a moment.</summary>
/// <param name="cancellationToken">Cancelled at Ctrl-C or SIGTERM.</param>
internal sealed class Interruption(CancellationToken cancellationToken)
{
    /// <summary>Long enough to report what is there.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1.3);

    /// <summary>Waits for the work.</summary>
    /// <exception cref="OperationCanceledException">It did not end in time after the signal.</exception>
    public async Task<T> BoundAsync<T>(Task<T> work)
    {
        var cancelled = Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        if (await Task.WhenAny(work, cancelled) != work
            && await Task.WhenAny(work, Task.Delay(Grace, TimeProvider.System, CancellationToken.None)) != work)
        {
            throw new OperationCanceledException(cancellationToken);
        }

        return await work;
    }
}
