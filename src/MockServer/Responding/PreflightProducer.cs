using SocialContract.Contract.Exchanges;
using SocialContract.Contract.Messages;

namespace SocialContract.MockServer.Responding;

/// <summary>Responds to a browser's preflight (WHATWG Fetch, section 3.2).</summary>
internal sealed class PreflightProducer : IResponseProducer
{
    private static readonly ExchangeOrigin Origin = new(ExchangeOriginKind.Options, "preflight");

    public ValueTask<MockResponse?> RespondAsync(MockRequest request) =>
        ApiOrigins.Access.Preflight(request.Message) is { } allowed
            ? new(new MockResponse(new ResponseMessage(204, HeaderFields.Of(allowed)), Origin))
            : default;
}
