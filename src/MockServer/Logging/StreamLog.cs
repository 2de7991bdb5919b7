using System.Buffers;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using SocialContract.Contract.Diagnostics;

namespace SocialContract.MockServer.Logging;

/// <summary>
/// A provider of Microsoft.Extensions.Logging that writes what the kit's servers log as the lines of the command line, other categories
/// not: <c>new MockOptions { LoggerFactory = new LoggerFactory([log]), ... }</c>.
/// </summary>
/// <remarks>
/// One background task writes: a request only leaves its line in a queue and never waits. Lines are in order; where the stream's reader is
/// slower than the requests for a whole queue, lines are dropped, and a line says how many.
/// </remarks>
public sealed class StreamLog : ILoggerProvider, IAsyncDisposable
{
    private const int FlushAtBytes = 16 * 1024;

    /// <summary>After writing, so that many requests share a write; people do not notice it.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly Channel<Line> _lines;
    private readonly Stream _stream;
    private readonly ILineFormatter _formatter;
    private readonly TimeProvider _clock;
    private readonly Task _writer;
    private long _dropped;

    /// <param name="stream">Not disposed.</param>
    /// <param name="colour">Whether lines for a person have the colours of a terminal.</param>
    /// <param name="clock">Stamps lines other than requests, and paces the writing.</param>
    /// <param name="capacity">How many lines may wait to be written.</param>
    public StreamLog(Stream stream, LogFormat format, bool colour, TimeProvider clock, int capacity = 65_536)
    {
        _lines = Channel.CreateBounded<Line>(new BoundedChannelOptions(capacity) { SingleReader = true });
        (_stream, _clock) = (stream, clock);
        _formatter = format == LogFormat.Json ? new JsonLineFormatter(clock) : new TextLineFormatter(colour);
        _writer = Task.Run(WriteAsync);
    }

    /// <summary>The server accepts requests: a line that holds its address, for programs that read the log.</summary>
    public void Started(Uri url) => Post(new Line(default, url));

    ILogger ILoggerProvider.CreateLogger(string categoryName) => new EventLogger(this, categoryName);

    /// <summary>The owner of the log ends it, not the logger factory: <see cref="DisposeAsync"/>.</summary>
    void IDisposable.Dispose()
    {
    }

    /// <summary>Writes what is queued and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _lines.Writer.TryComplete();
        await _writer;
    }

    internal void Post(in RequestLine request) => Post(new Line(request, null));

    internal void Post(object entry) => Post(new Line(default, entry));

    private void Post(in Line line)
    {
        if (!_lines.Writer.TryWrite(line))
        {
            Interlocked.Increment(ref _dropped);
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

                ReportDropped(buffer);
                await FlushAsync(buffer);
                if (!_lines.Reader.Completion.IsCompleted)
                {
                    await Task.Delay(Pause, _clock);
                }
            }
        }
        catch (IOException)
        {
            // The reader of a pipe has gone (`mock | head`): serving goes on without a log.
        }
    }

    private void ReportDropped(ArrayBufferWriter<byte> buffer)
    {
        if (Interlocked.Exchange(ref _dropped, 0) is > 0 and var dropped)
        {
            var message = $"{dropped} log lines were dropped: what reads this log is slower than the requests.";
            _formatter.Report(buffer, isError: false, message, null);
        }
    }

    private void Write(ArrayBufferWriter<byte> buffer, in Line line)
    {
        switch (line.Event)
        {
            case null:
                _formatter.Answered(buffer, line.Request);
                break;
            case Uri url:
                _formatter.Started(buffer, url);
                break;
            case IReadOnlyList<string> changes:
                _formatter.Reloaded(buffer, changes);
                break;
            case IReadOnlyList<Diagnostic> diagnostics:
                _formatter.ReloadRejected(buffer, diagnostics);
                break;
            case LogReport report:
                _formatter.Report(buffer, report.IsError, report.Message, report.Exception?.ToString());
                break;
        }
    }

    private async Task FlushAsync(ArrayBufferWriter<byte> buffer)
    {
        await _stream.WriteAsync(buffer.WrittenMemory);
        await _stream.FlushAsync();
        buffer.ResetWrittenCount();
    }

    /// <param name="Event">Null: the line is the request's.</param>
    private readonly record struct Line(RequestLine Request, object? Event);
}
