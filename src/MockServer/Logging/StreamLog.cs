using System.Buffers;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using SocialContract.Contract.Diagnostics;

namespace SocialContract.MockServer.Logging;

/// <summary>
/// A provider of Microsoft.Extensions.Logging that writes the log of the kit's servers in the line format of the command line; it ignores
/// other categories: <c>new MockOptions { LoggerFactory = new LoggerFactory([log]), ... }</c>.
/// </summary>
/// <remarks>
/// A background task writes, so that a request only puts its line into a queue and never waits. Lines keep their order. If the queue is
/// full because the stream is read too slowly, lines are dropped, and a later line gives their number.
/// </remarks>
public sealed class StreamLog : ILoggerProvider, IAsyncDisposable
{
    private const int FlushAtBytes = 16 * 1024;

    /// <summary>The pause after a write, which lets requests share the next one; too short for people to notice.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly Channel<Line> _lines;
    private readonly Stream _stream;
    private readonly ILineFormatter _formatter;
    private readonly TimeProvider _clock;
    private readonly Task _writer;
    private long _dropped;

    /// <param name="stream">Not disposed.</param>
    /// <param name="colour">Whether lines for a person have the colours of a terminal.</param>
    /// <param name="clock">The clock for the time of lines other than requests, and for the pause between writes.</param>
    /// <param name="capacity">The number of lines that may wait to be written.</param>
    public StreamLog(Stream stream, LogFormat format, bool colour, TimeProvider clock, int capacity = 65_536)
    {
        _lines = Channel.CreateBounded<Line>(new BoundedChannelOptions(capacity) { SingleReader = true });
        (_stream, _clock) = (stream, clock);
        _formatter = format == LogFormat.Json ? new JsonLineFormatter(clock) : new TextLineFormatter(colour);
        _writer = Task.Run(WriteAsync);
    }

    /// <summary>Writes a line with the server's address, once the server accepts requests; programs can wait for it.</summary>
    public void Started(Uri url) => Post(new Line(default, url));

    ILogger ILoggerProvider.CreateLogger(string categoryName) => new EventLogger(this, categoryName);

    /// <summary>Does nothing: the log's owner ends it with <see cref="DisposeAsync"/>, not the logger factory.</summary>
    void IDisposable.Dispose()
    {
    }

    /// <summary>Writes the queued lines and ends.</summary>
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
            // The reader of the pipe has ended (`mock | head`): the server continues without a log.
        }
    }

    private void ReportDropped(ArrayBufferWriter<byte> buffer)
    {
        if (Interlocked.Exchange(ref _dropped, 0) is > 0 and var dropped)
        {
            var message = $"{dropped} log lines were dropped, because the log is read more slowly than requests arrive.";
            _formatter.Report(buffer, isError: false, message, null);
        }
    }

    private void Write(ArrayBufferWriter<byte> buffer, in Line line)
    {
        switch (line.Event)
        {
            case null:
                _formatter.Responded(buffer, line.Request);
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

    /// <param name="Event">Null if the line is a request's.</param>
    private readonly record struct Line(RequestLine Request, object? Event);
}
