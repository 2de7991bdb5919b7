using System.Buffers;
using Microsoft.Extensions.Logging;
using SocialContract.Contract.AspNetCore.Logging;
using SocialContract.Contract.Diagnostics;

namespace SocialContract.MockServer.Logging;

/// <summary>
/// A provider of Microsoft.Extensions.Logging that writes the log of the kit's servers in the line format of the command line; it ignores
/// other categories: <c>new MockOptions { LoggerFactory = new LoggerFactory([log]), ... }</c>.
/// </summary>
/// <remarks>
/// A request only puts its line into a queue and never waits. Lines keep their order. If the stream takes them too slowly, or not at all,
/// lines are dropped, and a later line gives their number.
/// </remarks>
public sealed class StreamLog : ILoggerProvider, IAsyncDisposable
{
    private readonly LineWriter<Line> _lines;
    private readonly ILineFormatter _formatter;

    /// <param name="stream">Not disposed. Its writes may wait for ever and may fail.</param>
    /// <param name="colour">Whether lines for a person have the colours of a terminal.</param>
    /// <param name="clock">The clock for the time of lines other than requests, and for the wait at the end.</param>
    /// <param name="capacity">The number of lines that may wait to be written.</param>
    /// <param name="report">Takes a sentence when the stream first fails, and one at the end about lines that are lost.</param>
    public StreamLog(
        Stream stream, LogFormat format, bool colour, TimeProvider clock, int capacity = 65_536, Action<string>? report = null)
    {
        _formatter = format == LogFormat.Json ? new JsonLineFormatter(clock) : new TextLineFormatter(colour);
        _lines = new LineWriter<Line>(
            stream, Write, (output, message) => _formatter.Report(output, isError: false, message, null), clock, capacity, report);
    }

    /// <summary>Writes a line with the server's address, once the server accepts requests; programs can wait for it.</summary>
    public void Started(Uri url) => _lines.Post(new Line(default, url));

    /// <summary>Lines as they are, each with its line end.</summary>
    public void Text(string lines) => _lines.Post(new Line(default, lines));

    ILogger ILoggerProvider.CreateLogger(string categoryName) => new EventLogger(this, categoryName);

    /// <summary>Does nothing: the log's owner ends it with <see cref="DisposeAsync"/>, not the logger factory.</summary>
    void IDisposable.Dispose()
    {
    }

    /// <summary>Writes the queued lines and ends; gives up after 0.4 s if the stream does not take them.</summary>
    public ValueTask DisposeAsync() => _lines.DisposeAsync();

    internal void Post(in RequestLine request) => _lines.Post(new Line(request, null));

    internal void Post(object entry) => _lines.Post(new Line(default, entry));

    private void Write(IBufferWriter<byte> output, Line line)
    {
        switch (line.Event)
        {
            case null:
                _formatter.Responded(output, line.Request);
                break;
            case Uri url:
                _formatter.Started(output, url);
                break;
            case string text:
                output.Put(text);
                break;
            case IReadOnlyList<string> changes:
                _formatter.Reloaded(output, changes);
                break;
            case IReadOnlyList<Diagnostic> diagnostics:
                _formatter.ReloadRejected(output, diagnostics);
                break;
            case LogReport report:
                _formatter.Report(output, report.IsError, report.Message, report.Exception?.ToString());
                break;
        }
    }

    /// <param name="Event">Null: the line is the request's.</param>
    private readonly record struct Line(RequestLine Request, object? Event);
}
