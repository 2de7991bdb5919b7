using SocialContract.Contract.Exchanges;
using SocialContract.Contract.Messages;
using SocialContract.MockServer.Proxying;
using SocialContract.MockServer.Responding;
using SocialContract.MockServer.Stubs.Mappings;
using SocialContract.MockServer.Stubs.Requests;

namespace SocialContract.MockServer.Stubs;

/// <summary>Forwards the requests of stubs that name a server.</summary>
internal sealed class StubForwarding(ProxyParts proxy, StubServer stubs)
{
    /// <summary>The server's response, with the stub's fields and delays.</summary>
    /// <param name="origin">The stub.</param>
    /// <param name="read">The request as templates read it.</param>
    /// <exception cref="ForwardFailedException">The server did not respond.</exception>
    public async Task<MockResponse> RespondAsync(
        MockRequest request, StubMapping stub, ProxyTarget server, ExchangeOrigin origin, StubRequest read)
    {
        var target = ForwardTarget.Of(new Uri(server.BaseUrl)) with
        {
            PrefixToRemove = server.PrefixToRemove,
            AddedHeaders = server.AddedHeaders,
            RemovedHeaders = server.RemovedHeaders,
        };
        var received = await proxy.Forwarder.ForwardAsync(request, target) switch
        {
            ForwardResult.Received response => response,
            ForwardResult.Down { IsTimeout: true } down => throw new ForwardFailedException(504, down.Reason),
            ForwardResult.Down down => throw new ForwardFailedException(502, down.Reason),
            ForwardResult.BrokenOff broken => throw new ForwardFailedException(502, broken.Reason),
            _ => throw new ForwardFailedException(508, "it is this mock itself, or forwards to it"),
        };
        var relay = Relay.Of(request.Message, target, received, proxy.Limit);
        var own = stubs.Responder.Respond(stub, origin, read);
        return own with
        {
            Message = relay.Sent.With(With(relay.Sent.Headers, own.Message.Headers)),
            Origin = origin with
            {
                Kind = ExchangeOriginKind.Proxy, Label = $"{origin.Label}, proxy", LacksBody = relay.Unread is not null,
            },
            Relayed = received.Body,
        };
    }

    /// <summary>The server's fields, without those that the stub has, and the stub's.</summary>
    private static HeaderFields With(HeaderFields received, HeaderFields added) => added.Count == 0
        ? received
        : HeaderFields.Of(
        [
            .. received.Where(line => !added.Any(own => own.Key.Equals(line.Key, StringComparison.OrdinalIgnoreCase))),
            .. added,
        ]);
}
