using Microsoft.Extensions.Logging;
using SocialContract.Contract.Diagnostics;
using SocialContract.MockServer.Logging;

namespace SocialContract.ReferenceImpl.Tests.Agreement;

/// <summary>Hears from both servers' logs which rules a request broke.</summary>
internal sealed class RuleLog : IMockLog, ILoggerProvider, ILogger
{
    /// <summary>The ids, in order; empty if there are none.</summary>
    public string Rules { get; private set; } = "";

    void IMockLog.Answered(in RequestLogEntry entry) => Rules = string.Join(", ", entry.Violations.Select(violation => violation.Rule.Id));

    void IMockLog.Reloaded(IReadOnlyList<string> changes)
    {
    }

    void IMockLog.ReloadRejected(IReadOnlyList<Diagnostic> diagnostics)
    {
    }

    void IMockLog.Warn(string message)
    {
    }

    ILogger ILoggerProvider.CreateLogger(string categoryName) => this;

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (
            state is IReadOnlyList<KeyValuePair<string,
            object?>> values && values.FirstOrDefault(value => value.Key == "Rules").Value is string rules)
        {
            Rules = rules;
        }
    }

    void IDisposable.Dispose()
    {
    }
}
