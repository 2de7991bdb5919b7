using System.Buffers;
using System.Collections.Concurrent;

namespace SocialContract.Contract.AspNetCore.Logging;

/// <summary>
/// Writes the lines of a server's log to a stream on a thread of its own, so that a request or a shutdown never waits for what reads the
/// stream. Lines that the stream does not take are dropped and counted; a line says how many as soon as the stream takes lines again.
/// </summary>
/// <typeparam name="TLine">A line before it is text.</typeparam>
public sealed class LineWriter<TLine> : IAsyncDisposable
{
    private const int FlushAtBytes = 16 * 1024;

    private const string Slower = ", because the log is read more slowly than requests arrive";

    /// <summary>
    /// The pause after a write, so that the next write has the lines of many requests. It is real time, since no result depends on it.
    /// </summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>How long <see cref="DisposeAsync"/> waits for the queued lines to be written.</summary>
    private static readonly TimeSpan Drain = TimeSpan.FromMilliseconds(400);

    // A channel's lock is held by the thread that writes whenever requests come fast, and requests wait for it.
    private readonly ConcurrentQueue<TLine> _lines = new();
    private readonly int _capacity;
    private readonly Stream _stream;
    private readonly Action<IBufferWriter<byte>, TLine> _write;
    private readonly Action<IBufferWriter<byte>, string> _writeLoss;
    private readonly TimeProvider _clock;
    private readonly Action<string>? _report;
    private readonly ArrayBufferWriter<byte> _buffer = new(FlushAtBytes * 2);
    private readonly ManualResetEventSlim _arrived = new();
    private readonly ManualResetEventSlim _ending = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The number of lines in the queue, including those that are being added.</summary>
    private int _queued;

    /// <summary>Whether the thread sleeps, or is about to, until <see cref="_arrived"/> is set.</summary>
    private volatile bool _sleeps;

    /// <summary>The number of dropped lines that the log does not mention yet.</summary>
    private long _unmentionedDrops;

    /// <summary>Lines in the buffer, or on their way to the stream.</summary>
    private int _held;

    /// <summary>Why the last write to the stream failed; null if it succeeded.</summary>
    private string? _writeFault;

    private bool _isReported;

    /// <param name="stream">Not disposed. Its writes may wait for ever and may fail.</param>
    /// <param name="write">Writes a line with its line end, in UTF-8.</param>
    /// <param name="writeLoss">Writes a sentence about dropped lines as a line.</param>
    /// <param name="clock">Ends the wait for a stream that takes nothing.</param>
    /// <param name="capacity">How many lines may wait to be written.</param>
    /// <param name="report">Takes a sentence when the stream first fails, and one at the end about lines that are lost.</param>
    public LineWriter(
        Stream stream,
        Action<IBufferWriter<byte>, TLine> write,
        Action<IBufferWriter<byte>, string> writeLoss,
        TimeProvider clock,
        int capacity,
        Action<string>? report)
    {
        (_stream, _write, _writeLoss, _clock, _capacity, _report) = (stream, write, writeLoss, clock, capacity, report);
        // Not a task: a write that waits for ever would take a thread away from requests. A background thread holds no process.
        new Thread(Run) { IsBackground = true, Name = "log" }.Start();
    }

    /// <summary>Queues a line, or counts it as dropped where the queue is full.</summary>
    public void Post(TLine line)
    {
        if (Interlocked.Increment(ref _queued) > _capacity || _ending.IsSet)
        {
            Interlocked.Decrement(ref _queued);
            Interlocked.Increment(ref _unmentionedDrops);
            return;
        }

        _lines.Enqueue(line);
        Interlocked.MemoryBarrier();
        if (_sleeps)
        {
            _arrived.Set();
        }
    }

    /// <summary>Writes what is queued and ends; gives up after 0.4 s.</summary>
    public async ValueTask DisposeAsync()
    {
        _ending.Set();
        _arrived.Set();
        await Task.WhenAny(_ended.Task, Task.Delay(Drain, _clock));
        var lost = Interlocked.Exchange(ref _unmentionedDrops, 0) + Volatile.Read(ref _held) + _lines.Count;
        if (lost > 0)
        {
            _report?.Invoke($"{Dropped(lost)}: {_writeFault ?? "what reads the log did not take them in time"}.");
        }
    }

    private void Run()
    {
        while (WaitForLines())
        {
            while (_lines.TryDequeue(out var line))
            {
                Interlocked.Decrement(ref _queued);
                _write(_buffer, line);
                _held++;
                if (_buffer.WrittenCount >= FlushAtBytes)
                {
                    Flush(mentioned: 0);
                }
            }

            var dropped = Interlocked.Exchange(ref _unmentionedDrops, 0);
            if (dropped > 0)
            {
                _writeLoss(_buffer, $"{Dropped(dropped)}{(_writeFault is null ? Slower : $": {_writeFault}")}.");
            }

            Flush(dropped);
            _ending.Wait(Pause);
        }

        _ended.TrySetResult();
    }

    /// <summary>Blocks, which is what this thread is for, until there are lines; false if there are none and no more come.</summary>
    private bool WaitForLines()
    {
        while (_lines.IsEmpty && !_ending.IsSet)
        {
            _arrived.Reset();
            _sleeps = true;
            Interlocked.MemoryBarrier();
            if (_lines.IsEmpty && !_ending.IsSet)
            {
                _arrived.Wait();
            }

            _sleeps = false;
        }

        return !_lines.IsEmpty;
    }

    /// <param name="mentioned">How many dropped lines the buffer mentions; they are counted again if it cannot be written.</param>
    private void Flush(long mentioned)
    {
        if (_buffer.WrittenCount == 0)
        {
            return;
        }

        try
        {
            if (_writeFault is not null)
            {
                // A write that failed may have written a part of a line.
                _stream.Write("\n"u8);
            }

            _stream.Write(_buffer.WrittenSpan);
            _stream.Flush();
            _writeFault = null;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            _writeFault = refused.Message.TrimEnd('.');
            Interlocked.Add(ref _unmentionedDrops, mentioned + _held);
            if (!_isReported)
            {
                _isReported = true;
                _report?.Invoke($"The log cannot be written, and its lines are dropped: {_writeFault}.");
            }
        }
        finally
        {
            _buffer.ResetWrittenCount();
            Volatile.Write(ref _held, 0);
        }
    }

    private static string Dropped(long lines) => lines == 1 ? "1 log line was dropped" : $"{lines} log lines were dropped";
}
