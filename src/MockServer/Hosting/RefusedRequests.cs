using SocialContract.Contract.AspNetCore.Problems;
using SocialContract.Contract.AspNetCore.Refusals;
using SocialContract.Contract.Exchanges;
using SocialContract.Contract.Messages;
using SocialContract.MockServer.Responding;

namespace SocialContract.MockServer.Hosting;

/// <summary>Hands requests that Kestrel refuses by itself to the sinks as exchanges, as far as they could be read.</summary>
internal sealed class RefusedRequests(Responder responder, ExchangeSinks sinks, TimeProvider clock)
{
    /// <summary>A method or target that could not be read, as in access logs.</summary>
    private const string Unread = "-";

    public void Receive(RefusedRequest refused)
    {
        var exchange = new Exchange
        {
            Request = new RequestMessage(refused.Method ?? Unread, refused.Target ?? Unread),
            Response = new ResponseMessage(refused.Status, [new("Content-Type", ProblemDetails.ContentType)], refused.Body),
            RequestViolations = [],
            ResponseViolations = [],
            Origin = new ExchangeOrigin(ExchangeOriginKind.Problem, $"refused ({refused.Reason})"),
            Started = clock.GetUtcNow(),
        };
        sinks.Receive(exchange, responder.Contract.Redactor);
    }
}
