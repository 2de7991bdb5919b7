using System.Diagnostics;

namespace SocialContract.Verification.Running;

/// <summary>Holds all requests back for as long as the server asks (Retry-After, RFC 9110, section 10.2.3), up to a limit for the whole run.</summary>
internal sealed class RetryAfterGate(TimeSpan most)
{
    private readonly Lock _lock = new();
    private readonly long _started = Stopwatch.GetTimestamp();
    private TimeSpan _until;
    private TimeSpan _left = most;

    /// <returns>False where the wait would be longer than what is left; nothing is held back then.</returns>
    public bool Extend(TimeSpan wait)
    {
        lock (_lock)
        {
            var now = Stopwatch.GetElapsedTime(_started);
            var from = _until > now ? _until : now;
            if (wait > _left + (from - now))
            {
                return false;
            }

            if (now + wait > from)
            {
                _left -= now + wait - from;
                _until = now + wait;
            }

            return true;
        }
    }

    /// <returns>False where the run ended meanwhile.</returns>
    public async Task<bool> WaitAsync(CancellationToken cancellationToken)
    {
        TimeSpan left;
        lock (_lock)
        {
            left = _until - Stopwatch.GetElapsedTime(_started);
        }

        if (left > TimeSpan.Zero)
        {
            await Task.Delay(left, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return !cancellationToken.IsCancellationRequested;
    }
}
