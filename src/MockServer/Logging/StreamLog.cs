using System.Buffers;
using System.Threading.Channels;
using SocialContract.Contract.Diagnostics;

namespace SocialContract.MockServer.Logging;

/// <summary>
/// Writes log lines to a stream from one background task: a request only leaves its entry in a queue. Lines are in order and none is dropped;
/// where the reader of the stream is slower than the requests for <see cref="Capacity"/> entries, requests wait for it.
/// </summary>
public sealed class StreamLog : IMockLog, IAsyncDisposable
{
    private const int Capacity = 65_536;
    private const int FlushAtBytes = 16 * 1024;

    /// <summary>After writing, so that many requests share a write; no person sees it.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly Channel<Line> _lines = Channel.CreateBounded<Line>(new BoundedChannelOptions(Capacity) { SingleReader = true });
    private readonly Stream _stream;
    private readonly ILineFormatter _formatter;
    private readonly Task _writer;

    public StreamLog(Stream stream, LogFormat format, bool colour, TargetRedactor redactor, TimeProvider clock)
    {
        _stream = stream;
        _formatter = format == LogFormat.Json ? new JsonLineFormatter(redactor, clock) : new TextLineFormatter(redactor, colour);
        _writer = Task.Run(WriteAsync);
    }

    public void Answered(in RequestLogEntry entry) => Post(new Line(entry, null, null, null));

    public void Reloaded(IReadOnlyList<string> changes) => Post(new Line(default, changes, null, null));

    public void ReloadRejected(IReadOnlyList<Diagnostic> diagnostics) => Post(new Line(default, null, diagnostics, null));

    /// <summary>The server accepts requests: a line that holds its address, for programs that read the log.</summary>
    public void Started(Uri url) => Post(new Line(default, null, null, null, url));

    public void Warn(string message) => Post(new Line(default, null, null, message));

    /// <summary>Writes what is queued and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _lines.Writer.TryComplete();
        await _writer;
    }

    private void Post(in Line line)
    {
        var wait = default(SpinWait);
        while (!_lines.Writer.TryWrite(line))
        {
            if (_writer.IsCompleted)
            {
                return;
            }

            wait.SpinOnce();
        }
    }

    private async Task WriteAsync()
    {
        var buffer = new ArrayBufferWriter<byte>(FlushAtBytes * 2);
        try
        {
            while (await _lines.Reader.WaitToReadAsync())
            {
                while (_lines.Reader.TryRead(out var line))
                {
                    Write(buffer, line);
                    if (buffer.WrittenCount >= FlushAtBytes)
                    {
                        await FlushAsync(buffer);
                    }
                }

                await FlushAsync(buffer);
                if (!_lines.Reader.Completion.IsCompleted)
                {
                    await Task.Delay(Pause);
                }
            }
        }
        catch (IOException)
        {
            // The reader of a pipe has gone (`mock | head`): serving goes on without a log.
        }
    }

    private void Write(ArrayBufferWriter<byte> buffer, in Line line)
    {
        if (line.Changes is not null)
        {
            _formatter.Reloaded(buffer, line.Changes);
        }
        else if (line.Diagnostics is not null)
        {
            _formatter.ReloadRejected(buffer, line.Diagnostics);
        }
        else if (line.Url is not null)
        {
            _formatter.Started(buffer, line.Url);
        }
        else if (line.Warning is not null)
        {
            _formatter.Warn(buffer, line.Warning);
        }
        else
        {
            _formatter.Answered(buffer, line.Entry);
        }
    }

    private async Task FlushAsync(ArrayBufferWriter<byte> buffer)
    {
        await _stream.WriteAsync(buffer.WrittenMemory);
        await _stream.FlushAsync();
        buffer.ResetWrittenCount();
    }

    private readonly record struct Line(RequestLogEntry Entry, IReadOnlyList<string>? Changes, IReadOnlyList<Diagnostic>? Diagnostics, string? Warning, Uri? Url = null);
}
