using Microsoft.Extensions.Logging;
using SocialContract.MockServer.Logging;

namespace SocialContract.MockServer.Reloading;

/// <summary>
/// Notices saved files by checking their times and lengths, because editors, containers and network mounts send different file system
/// events. A change is reported when two checks in a row find the same state, so that no file is read while it is being written.
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

    /// <param name="files">Returns the files; called before each check, because a reload may add files.</param>
    /// <param name="changed">Called after a change; calls do not overlap.</param>
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
                // A file that cannot be read now may be readable at the next check.
                Log.WatchFailed(_logger, fault);
            }
        }
    }

    /// <summary>Waits until the next check is due; false after disposal.</summary>
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
            stamps[path] = StampOf(path);
        }

        return stamps;
    }

    /// <summary>The stamp of the file itself, at the end of symbolic links. The file is not opened: it may be a pipe.</summary>
    private static Stamp StampOf(string path)
    {
        try
        {
            var file = new FileInfo(path);
            file = file.LinkTarget is null ? file : (FileInfo)file.ResolveLinkTarget(returnFinalTarget: true)!;
            return file.Exists ? new Stamp(file.LastWriteTimeUtc.Ticks, file.Length) : default;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Links that form a loop. The file counts as absent until they are mended.
            return default;
        }
    }

    private static bool Same(Dictionary<string, Stamp> left, Dictionary<string, Stamp> right) =>
        left.Count == right.Count && left.All(entry => right.TryGetValue(entry.Key, out var stamp) && stamp == entry.Value);

    /// <summary>
    /// The stamps from before the reload, so that files saved during the reload are noticed; for files that it added, the current stamps.
    /// </summary>
    private static Dictionary<string, Stamp> Join(Dictionary<string, Stamp> before, Dictionary<string, Stamp> after) => after.ToDictionary(
        entry => entry.Key,
        entry => before.TryGetValue(entry.Key, out var stamp) ? stamp : entry.Value,
        StringComparer.Ordinal);

    private readonly record struct Stamp(long Ticks, long Length);
}
