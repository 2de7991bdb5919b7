using SocialContract.Contract.AspNetCore.Refusals;
using SocialContract.Contract.Exchanges;
using SocialContract.MockServer.Responding;

namespace SocialContract.MockServer.Hosting;

/// <summary>Hands requests that Kestrel refuses by itself to the sinks as exchanges, as far as they could be read.</summary>
internal sealed class RefusedRequests(Responder responder, ExchangeSinks sinks)
{
    public void Receive(RefusedRequest refused)
    {
        var exchange = new Exchange
        {
            Request = refused.Request,
            Response = refused.Response,
            RequestViolations = [],
            ResponseViolations = [],
            Origin = refused.Response is null
                ? new ExchangeOrigin(ExchangeOriginKind.None, $"refused without a response ({refused.Reason})")
                : new ExchangeOrigin(ExchangeOriginKind.Problem, $"refused ({refused.Reason})"),
            Started = refused.Started,
            Elapsed = refused.Elapsed,
        };
        sinks.Receive(exchange, responder.Contract.Redactor);
    }
}
