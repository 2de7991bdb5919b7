using SocialContract.Contract.Exchanges;
using SocialContract.Contract.Http;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Routing;

namespace SocialContract.MockServer.Responding;

/// <summary>Responds to a browser's preflight (WHATWG Fetch, section 3.2) and allows everything that it asks of the API.</summary>
internal sealed class PreflightProducer : IResponseProducer
{
    private static readonly ExchangeOrigin Origin = new(ExchangeOriginKind.Options, "preflight");

    public ValueTask<MockResponse?> RespondAsync(MockRequest request)
    {
        var asked = request.Message.Headers;
        if (request.Message.Method != "OPTIONS" || !asked.Contains("Origin") || asked["Access-Control-Request-Method"] is not { } method
            || AdminPath.Contains(request.Path))
        {
            return default;
        }

        var allowed = new List<KeyValuePair<string, string>>();
        if (FieldSyntax.IsValue(method))
        {
            allowed.Add(new("Access-Control-Allow-Methods", method));
        }

        if (asked["Access-Control-Request-Headers"] is { } headers && FieldSyntax.IsValue(headers))
        {
            allowed.Add(new("Access-Control-Allow-Headers", headers));
        }

        if (asked.Contains("Access-Control-Request-Private-Network"))
        {
            allowed.Add(new("Access-Control-Allow-Private-Network", "true"));
        }

        return new(new MockResponse(new ResponseMessage(204, HeaderFields.Of(allowed)), Origin));
    }
}
