using System.Collections.Concurrent;
using SocialContract.Contract.Diagnostics;
using SocialContract.MockServer.Logging;

namespace SocialContract.MockServer.Tests;

internal sealed class RecordingLog : IMockLog
{
    private readonly BlockingCollection<object> _events = [];

    public void Answered(in RequestLogEntry entry) => _events.Add(entry);

    public void Reloaded(IReadOnlyList<string> changes) => _events.Add(changes);

    public void ReloadRejected(IReadOnlyList<Diagnostic> diagnostics) => _events.Add(diagnostics);

    public void Warn(string message) => _events.Add(message);

    /// <summary>The next event of that type; others before it are dropped.</summary>
    public async Task<T> Next<T>() => await Task.Run(() =>
    {
        while (_events.TryTake(out var next, TimeSpan.FromSeconds(20)))
        {
            if (next is T wanted)
            {
                return wanted;
            }
        }

        throw new TimeoutException($"No {typeof(T).Name} within 20 seconds.");
    });
}
