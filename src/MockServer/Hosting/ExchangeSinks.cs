using Microsoft.Extensions.Logging;
using SocialContract.Contract.Exchanges;
using SocialContract.Contract.Secrets;
using SocialContract.MockServer.Logging;

namespace SocialContract.MockServer.Hosting;

/// <summary>Passes each exchange to all sinks; one that fails is logged and costs neither the request nor the other sinks.</summary>
internal sealed class ExchangeSinks(IReadOnlyList<IExchangeSink> sinks, ILogger logger) : IExchangeSink
{
    public bool IsEmpty => sinks.Count == 0;

    public void Receive(in Exchange exchange, Redactor redactor)
    {
        for (var index = 0; index < sinks.Count; index++)
        {
            try
            {
                sinks[index].Receive(exchange, redactor);
            }
            catch (Exception fault)
            {
                var (method, target) = (exchange.Request.Method, exchange.Request.Target);
                var known = redactor.KnowingCopies(exchange.Request);
                Log.SinkFailed(logger, ShownException.Of(fault, known), known.Method(method), known.Target(method, target));
            }
        }
    }
}
