namespace SocialContract.Cli.Terminal;

/// <summary>Ends a command at Ctrl-C or SIGTERM: it is asked to end, and not waited for any longer than a moment.</summary>
internal sealed class Interruption : IDisposable
{
    /// <summary>Long enough to report what is there.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1.7);

    private readonly TerminationSignals _signals = new();
    private readonly CancellationTokenSource _source;

    public Interruption(CancellationToken cancellationToken) =>
        _source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

    /// <summary>Cancelled at the signal.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Waits for the work.</summary>
    /// <exception cref="OperationCanceledException">It did not end in time after the signal.</exception>
    public async Task<T> BoundAsync<T>(Task<T> work)
    {
        if (await Task.WhenAny(work, _signals.Received) != work)
        {
            await _source.CancelAsync();
            if (await Task.WhenAny(work, Task.Delay(Grace, TimeProvider.System, CancellationToken.None)) != work)
            {
                throw new OperationCanceledException(_source.Token);
            }
        }

        return await work;
    }

    public void Dispose()
    {
        _signals.Dispose();
        _source.Dispose();
    }
}
