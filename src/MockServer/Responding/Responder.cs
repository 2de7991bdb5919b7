using SocialContract.Contract.Messages;

namespace SocialContract.MockServer.Responding;

/// <summary>
/// Responds to requests: each producer in turn is asked, the first response counts, and a page of another origin may read it.
/// Responding sends nothing and waits for nothing.
/// </summary>
/// <param name="producers">In order; the last one responds to everything.</param>
/// <param name="allowsOrigins">Whether browsers may read responses from pages of other origins.</param>
internal sealed class Responder(ServedContract contract, IReadOnlyList<IResponseProducer> producers, bool allowsOrigins)
{
    private volatile ServedContract _contract = contract;

    /// <summary>What is served; requests that are being responded to go on with what they began with.</summary>
    public ServedContract Contract
    {
        get => _contract;
        set => _contract = value;
    }

    /// <summary>The request with what responding to it needs; return it when the response has been sent.</summary>
    public MockRequest Begin(RequestMessage message) => MockRequest.Rent(message, _contract, allowsOrigins);

    public async ValueTask<MockResponse> RespondAsync(MockRequest request)
    {
        for (var index = 0; index < producers.Count; index++)
        {
            if (await producers[index].RespondAsync(request) is { } response)
            {
                return Finish(request.AllowedOrigin, response);
            }
        }

        throw new InvalidOperationException("The last producer responds to every request.");
    }

    /// <summary>A response that no producer made, as it is sent.</summary>
    public MockResponse Finish(RequestMessage request, in MockResponse response) =>
        Finish(allowsOrigins ? CrossOrigin.Of(request.Headers) : null, response);

    private static MockResponse Finish(string? origin, in MockResponse response)
    {
        var headers = CrossOrigin.Allow(origin, response.Message.Headers);
        return headers == response.Message.Headers ? response : response with { Message = response.Message.With(headers) };
    }
}
