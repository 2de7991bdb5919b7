using System.Runtime.InteropServices;

namespace SocialContract.Cli.Terminal;

/// <summary>Ctrl-C and SIGTERM ask for a clean end; a second one ends the process at once.</summary>
internal sealed class TerminationSignals : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly ManualResetEventSlim _received = new();
    private readonly PosixSignalRegistration[] _registrations;

    public TerminationSignals() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle),
    ];

    /// <summary>Cancelled when a signal is received.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Set when a signal is received: for a thread that must see it though the thread pool is busy.</summary>
    public WaitHandle Received => _received.WaitHandle;

    /// <summary>The source is not disposed: work that was given up may still look at its token.</summary>
    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }
    }

    private void Handle(PosixSignalContext context)
    {
        if (_received.IsSet)
        {
            return;
        }

        context.Cancel = true;
        _received.Set();
        _ = _source.CancelAsync();
    }
}
