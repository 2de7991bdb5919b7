namespace SocialContract.Contract.AspNetCore.Bodies;

/// <summary>
/// How many bytes of request bodies a server holds at once. A request takes room for its whole body before it reads it, so that requests
/// cannot wait for each other half-read; a request without room waits for its turn.
/// </summary>
public sealed class BodyBudget
{
    /// <summary>256 MiB.</summary>
    public const long UsualBytes = 256 * 1024 * 1024;

    /// <summary>The value of <c>Retry-After</c> in the response to a refused request.</summary>
    public const string RetryAfterSeconds = "1";

    /// <summary>Bytes held at once, after which the server gives its memory back when it is idle again.</summary>
    private const long MuchMemory = 32 * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>After the last body of a load; the next request of a client comes earlier.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(5);

    private readonly Lock _turn = new();
    private readonly LinkedList<Waiter> _waiting = [];
    private readonly TimeProvider _clock;
    private readonly long _bytes;
    private long _free;
    private long _leastFree;

    /// <param name="bytes">The number of bytes for all bodies together. A longer body waits until no other body is held.</param>
    /// <param name="clock">Measures the 10 seconds for which a request waits for room.</param>
    public BodyBudget(long bytes, TimeProvider clock)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bytes);
        (_bytes, _free, _leastFree, _clock) = (bytes, bytes, bytes, clock);
    }

    /// <summary>The bytes that are taken now.</summary>
    internal long Taken
    {
        get
        {
            lock (_turn)
            {
                return _bytes - _free;
            }
        }
    }

    /// <summary>The number of bodies that wait for room.</summary>
    internal int Waiting
    {
        get
        {
            lock (_turn)
            {
                return _waiting.Count;
            }
        }
    }

    /// <summary>Takes room for a body; it is given back with <see cref="Release"/>.</summary>
    /// <returns>The bytes taken; 0 where there was no room for 10 seconds.</returns>
    internal async ValueTask<long> TakeAsync(long length, CancellationToken cancellationToken)
    {
        var wanted = Math.Clamp(length, 1, _bytes);
        LinkedListNode<Waiter> waiter;
        Task room;
        lock (_turn)
        {
            if (_waiting.Count == 0 && wanted <= _free)
            {
                Take(wanted);
                return wanted;
            }

            waiter = new(new Waiter(wanted));
            // Before it waits in the list, so that whoever sees it there knows that its time runs.
            room = waiter.Value.Room.Task.WaitAsync(Patience, _clock, cancellationToken);
            _waiting.AddLast(waiter);
        }

        try
        {
            await room;
            return wanted;
        }
        catch (Exception ended) when (ended is TimeoutException or OperationCanceledException)
        {
            if (GiveUp(waiter))
            {
                return ended is TimeoutException ? 0 : throw new OperationCanceledException(cancellationToken);
            }

            // The room came at the same moment.
            return wanted;
        }
    }

    /// <param name="taken">As <see cref="TakeAsync"/> returned it, or a part of it.</param>
    internal void Release(long taken)
    {
        lock (_turn)
        {
            _free += taken;
            Admit();
            if (_free < _bytes || _bytes - _leastFree < MuchMemory)
            {
                return;
            }

            _leastFree = _bytes;
        }

        _ = ReturnMemoryAsync();
    }

    /// <summary>
    /// Collects what a load left behind, which the runtime keeps as long as nothing else is allocated: 120 MB of 78 after 40 slow uploads.
    /// </summary>
    private async Task ReturnMemoryAsync()
    {
        await Task.Delay(Idle, _clock);
        if (Taken == 0)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }

    private void Take(long bytes)
    {
        _free -= bytes;
        _leastFree = Math.Min(_leastFree, _free);
    }

    /// <summary>Ends the wait of a request; false if the request got room in the meantime.</summary>
    private bool GiveUp(LinkedListNode<Waiter> waiter)
    {
        lock (_turn)
        {
            if (waiter.Value.Room.Task.IsCompleted)
            {
                return false;
            }

            _waiting.Remove(waiter);
            // Smaller bodies that waited behind this one may have room now.
            Admit();
            return true;
        }
    }

    private void Admit()
    {
        while (_waiting.First is { } first && first.Value.Wanted <= _free)
        {
            _waiting.RemoveFirst();
            Take(first.Value.Wanted);
            first.Value.Room.SetResult();
        }
    }

    private sealed record Waiter(long Wanted)
    {
        public TaskCompletionSource Room { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
