using Microsoft.Extensions.Logging;
using SocialContract.MockServer.Logging;

namespace SocialContract.MockServer.Reloading;

/// <summary>
/// Notices that files were saved, by looking at their times and lengths: what editors, containers and network mounts all change, while
/// their notifications differ. A change is reported once it has stayed the same for one look, so that a file being written is not read
/// half.
/// </summary>
internal sealed class DocumentWatcher : IAsyncDisposable
{
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource _stop = new();
    private readonly Func<IReadOnlyList<string>> _files;
    private readonly Action _changed;
    private readonly ILogger _logger;
    private readonly TimeProvider _clock;
    private readonly Task _loop;

    /// <param name="files">The files to look at; asked again before each look, since a reload may add some.</param>
    /// <param name="changed">Called after a change, never twice at once.</param>
    public DocumentWatcher(Func<IReadOnlyList<string>> files, Action changed, ILogger logger, TimeProvider clock)
    {
        (_files, _changed, _logger, _clock) = (files, changed, logger, clock);
        var seen = Look();
        _loop = Task.Run(() => LoopAsync(seen));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _stop.Dispose();
    }

    private async Task LoopAsync(Dictionary<string, Stamp> served)
    {
        var before = served;
        while (await WaitAsync())
        {
            try
            {
                var now = Look();
                if (Same(now, served) || !Same(now, before))
                {
                    before = now;
                    continue;
                }

                served = now;
                _changed();
                served = Join(served, Look());
                before = served;
            }
            catch (Exception fault)
            {
                // A file that cannot be read now may be readable at the next look.
                Log.WatchFailed(_logger, fault);
            }
        }
    }

    /// <summary>False once disposed.</summary>
    private async Task<bool> WaitAsync()
    {
        try
        {
            await Task.Delay(Interval, _clock, _stop.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private Dictionary<string, Stamp> Look()
    {
        var stamps = new Dictionary<string, Stamp>(StringComparer.Ordinal);
        foreach (var path in _files())
        {
            var file = new FileInfo(path);
            stamps[path] = file.Exists ? new Stamp(file.LastWriteTimeUtc.Ticks, file.Length) : default;
        }

        return stamps;
    }

    private static bool Same(Dictionary<string, Stamp> left, Dictionary<string, Stamp> right) =>
        left.Count == right.Count && left.All(entry => right.TryGetValue(entry.Key, out var stamp) && stamp == entry.Value);

    /// <summary>
    /// The stamps that were read before the reload, so that what was saved during it is noticed; newly reached files as they are now.
    /// </summary>
    private static Dictionary<string, Stamp> Join(Dictionary<string, Stamp> before, Dictionary<string, Stamp> after) => after.ToDictionary(
        entry => entry.Key,
        entry => before.TryGetValue(entry.Key, out var stamp) ? stamp : entry.Value,
        StringComparer.Ordinal);

    private readonly record struct Stamp(long Ticks, long Length);
}
