using Microsoft.Extensions.Time.Testing;

namespace SocialContract.MockServer.Tests;

/// <summary>
/// A clock that stands still until it is moved, and says when something waits for ten minutes of it: a response that is held back.
/// </summary>
internal sealed class WatchedClock : FakeTimeProvider
{
    public static readonly TimeSpan Hold = TimeSpan.FromMinutes(10);

    private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when a response is held back for <see cref="Hold"/>.</summary>
    public Task Held => _held.Task.WaitAsync(TimeSpan.FromSeconds(20));

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime == Hold)
        {
            _held.TrySetResult();
        }

        return timer;
    }

    /// <summary>Moves on step by step until something has happened, for which whoever waits for the clock gets time to act.</summary>
    public async Task Advance(TimeSpan step, Func<bool> happened)
    {
        for (var steps = 0; steps < 2000 && !happened(); steps++)
        {
            Advance(step);
            await Task.Delay(5, Http.Cancelled);
        }
    }
}
