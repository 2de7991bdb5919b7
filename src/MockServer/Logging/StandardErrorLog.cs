using Microsoft.Extensions.Logging;

namespace SocialContract.MockServer.Logging;

/// <summary>
/// The log of a mock that was given none: warnings and errors, such as the mock's own faults, go to standard error. Nothing is made before
/// the first of them.
/// </summary>
/// <param name="open">Opens the stream.</param>
internal sealed class StandardErrorLog(Func<Stream> open, TimeProvider clock) : ILogger, IAsyncDisposable
{
    private readonly Lazy<StreamLog> _log = new(() => new StreamLog(open(), LogFormat.Text, colour: false, clock));

    /// <summary>Writes to standard error.</summary>
    public StandardErrorLog(TimeProvider clock)
        : this(Console.OpenStandardError, clock)
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel is >= LogLevel.Warning and not LogLevel.None;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            new EventLogger(_log.Value, "SocialContract.MockServer").Log(logLevel, eventId, state, exception, formatter);
        }
    }

    public ValueTask DisposeAsync() => _log.IsValueCreated ? _log.Value.DisposeAsync() : default;
}
