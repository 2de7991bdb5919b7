namespace SocialContract.Cli.Serving;

/// <summary>
/// Gives memory back to the system after a load. The garbage collector runs when memory is allocated; a server that became idle would keep
/// what the load needed for ever.
/// </summary>
internal sealed class IdleMemory : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    /// <summary>A server that allocates less than this in an interval is idle. Bytes.</summary>
    private const long Idle = 2 * 1024 * 1024;

    /// <summary>Less is not worth a collection. Bytes.</summary>
    private const long Worthwhile = 16 * 1024 * 1024;

    private const int Rounds = 5;

    private readonly ITimer _timer;
    private long _allocated = GC.GetTotalAllocatedBytes();
    private long _collectedAt;

    /// <summary>Collections that are left to do: a pool gives an array back only when a later collection finds it unused.</summary>
    private int _rounds;

    public IdleMemory(TimeProvider clock) => _timer = clock.CreateTimer(_ => Look(), null, Interval, Interval);

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        var allocated = GC.GetTotalAllocatedBytes();
        var isIdle = allocated - _allocated < Idle;
        _allocated = allocated;
        if (allocated - _collectedAt > Worthwhile)
        {
            _rounds = Rounds;
        }

        if (isIdle && _rounds > 0)
        {
            _rounds--;
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            _collectedAt = GC.GetTotalAllocatedBytes();
        }
    }
}
