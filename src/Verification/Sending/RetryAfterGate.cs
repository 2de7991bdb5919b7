namespace SocialContract.Verification.Sending;

/// <summary>
/// Holds all requests back for as long as the server asks (Retry-After, RFC 9110, section 10.2.3), up to a limit for the whole run.
/// </summary>
/// <param name="limit">The total time for which requests may wait.</param>
internal sealed class RetryAfterGate(TimeSpan limit, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly long _started = time.GetTimestamp();
    private TimeSpan _until;
    private TimeSpan _left = limit;

    /// <summary>Closes the gate for a while from now on.</summary>
    /// <returns>False where the wait would be longer than what is left; the gate stays as it is then.</returns>
    public bool Extend(TimeSpan wait)
    {
        lock (_lock)
        {
            var now = time.GetElapsedTime(_started);
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

    /// <summary>Waits until the gate is open.</summary>
    /// <returns>False where the run ended meanwhile.</returns>
    public async Task<bool> WaitAsync(CancellationToken cancellationToken)
    {
        TimeSpan left;
        lock (_lock)
        {
            left = _until - time.GetElapsedTime(_started);
        }

        if (left > TimeSpan.Zero)
        {
            await Task.Delay(left, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return !cancellationToken.IsCancellationRequested;
    }
}
