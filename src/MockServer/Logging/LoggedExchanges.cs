using Microsoft.Extensions.Logging;
using SocialContract.Contract.Exchanges;
using SocialContract.Contract.Secrets;

namespace SocialContract.MockServer.Logging;

/// <summary>Logs each exchange with Microsoft.Extensions.Logging.</summary>
internal sealed class LoggedExchanges(ILogger logger) : IExchangeSink
{
    public void Receive(in Exchange exchange, Redactor redactor)
    {
        if (logger.IsEnabled(LogLevel.Information))
        {
            logger.Log(
                LogLevel.Information,
                Log.Responded,
                new LoggedExchange(exchange, redactor.KnowingCopies(exchange.Request)),
                null,
                static (logged, _) => logged.ToString());
        }
    }
}
