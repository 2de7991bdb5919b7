using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SocialContract.MockServer.Tests;

/// <summary>Keeps what a mock logs.</summary>
internal sealed class RecordedLog : ILoggerFactory, ILogger
{
    private readonly BlockingCollection<RecordedEvent> _events = [];

    /// <summary>Everything logged so far: messages with their values.</summary>
    public IEnumerable<string> Texts => _events.ToArray()
        .Select(entry => $"{entry.Message} {entry.Exception} {string.Join(' ', entry.Values.Select(value => value.Value))}");

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var values = (IReadOnlyList<KeyValuePair<string, object?>>)state!;
        _events.Add(new(logLevel, eventId.Id, formatter(state, exception), exception, [.. values]));
    }

    /// <summary>The next event of that kind if it has come already; others before it are dropped.</summary>
    public bool TryNext(int id, out RecordedEvent next)
    {
        while (_events.TryTake(out next!))
        {
            if (next.Id == id)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The next event of that kind; others before it are dropped.</summary>
    public async Task<RecordedEvent> Next(int id) => await Task.Run(() =>
    {
        while (_events.TryTake(out var next, TimeSpan.FromSeconds(20)))
        {
            if (next.Id == id)
            {
                return next;
            }
        }

        throw new TimeoutException($"No event {id} within 20 seconds.");
    });
}

internal sealed record RecordedEvent(
    LogLevel Level, int Id, string Message, Exception? Exception, IReadOnlyList<KeyValuePair<string, object?>> Values)
{
    /// <summary>The event's value of that type.</summary>
    public T Value<T>() => Values.Select(value => value.Value).OfType<T>().First();
}
