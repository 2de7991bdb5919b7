using Microsoft.Extensions.Logging;
using SocialContract.Contract.Exchanges;
using SocialContract.Contract.Secrets;

namespace SocialContract.ReferenceImpl.Tests.Agreement;

/// <summary>Hears from both servers which rules a request broke.</summary>
internal sealed class RuleLog : IExchangeSink, ILoggerProvider, ILogger
{
    /// <summary>The ids, in order; empty if there are none.</summary>
    public string Rules { get; private set; } = "";

    void IExchangeSink.Receive(in Exchange exchange, Redactor redactor) =>
        Rules = string.Join(", ", exchange.RequestViolations.Select(violation => violation.Rule.Id));

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
