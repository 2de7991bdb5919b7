using Microsoft.Extensions.Logging;
using SocialContract.Contract.AspNetCore.Logging;

namespace SocialContract.Cli.Terminal;

/// <summary>Logs messages as lines: <c>info: deleteInstagramAccount refused: deleteInstagramAccount/path/id/type</c>.</summary>
internal sealed class MessageLog(LineWriter<string> lines) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new MessageLogger(lines);

    public void Dispose()
    {
    }

    private sealed class MessageLogger(LineWriter<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel is >= LogLevel.Information and not LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel))
            {
                return;
            }

            var level = logLevel switch { LogLevel.Information => "info", LogLevel.Warning => "warning", _ => "error" };
            var stack = exception is null ? "" : $"{TerminalText.Lines(exception.ToString())}\n";
            lines.Post($"{level}: {TerminalText.Line(formatter(state, exception))}\n{stack}");
        }
    }
}
