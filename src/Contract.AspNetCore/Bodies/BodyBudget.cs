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

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Lock _turn = new();
    private readonly LinkedList<Waiter> _waiting = [];
    private readonly TimeProvider _clock;
    private readonly long _bytes;
    private long _free;

    /// <param name="bytes">The number of bytes for all bodies together. A longer body waits until no other body is held.</param>
    /// <param name="clock">Measures the 10 seconds for which a request waits for room.</param>
    public BodyBudget(long bytes, TimeProvider clock)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bytes);
        (_bytes, _free, _clock) = (bytes, bytes, clock);
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
                _free -= wanted;
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
        }
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
            _free -= first.Value.Wanted;
            first.Value.Room.SetResult();
        }
    }

    private sealed record Waiter(long Wanted)
    {
        public TaskCompletionSource Room { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
