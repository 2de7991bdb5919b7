using Microsoft.Extensions.Logging;
using SocialContract.Contract.Exchanges;
using SocialContract.Contract.Secrets;

namespace SocialContract.MockServer.Logging;

/// <summary>Writes a line for each exchange to a logger, for hosts that log with Microsoft.Extensions.Logging.</summary>
internal sealed class LoggedExchanges(ILogger logger) : IExchangeSink
{
    public void Receive(in Exchange exchange, Redactor redactor)
    {
        if (logger.IsEnabled(LogLevel.Information))
        {
            Log.Answered(
                logger,
                exchange.Request.Method,
                redactor.Target(exchange.Request.Target),
                exchange.Response?.Status ?? 0,
                exchange.Origin.Label,
                exchange.Elapsed.TotalMilliseconds);
        }
    }
}
