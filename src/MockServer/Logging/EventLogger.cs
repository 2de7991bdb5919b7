using Microsoft.Extensions.Logging;
using SocialContract.Contract.Diagnostics;

namespace SocialContract.MockServer.Logging;

/// <summary>Writes a server's log events as lines: requests and reloads in their own form, warnings and errors as messages.</summary>
internal sealed class EventLogger(StreamLog log, string category) : ILogger
{
    private readonly bool _isOfServer = category.StartsWith("SocialContract.", StringComparison.Ordinal);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => _isOfServer && logLevel is >= LogLevel.Information and not LogLevel.None;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
        {
            return;
        }

        if (state is LoggedExchange exchange)
        {
            log.Post(exchange.ToLine());
            return;
        }

        var values = state as IReadOnlyList<KeyValuePair<string, object?>> ?? [];
        if (values.FirstOrDefault(value => value.Value is IReadOnlyList<string> or IReadOnlyList<Diagnostic>).Value is { } list)
        {
            log.Post(list);
        }
        else if (logLevel >= LogLevel.Warning)
        {
            log.Post(new LogReport(logLevel >= LogLevel.Error, formatter(state, exception), exception));
        }
    }
}

internal sealed record LogReport(bool IsError, string Message, Exception? Exception);
