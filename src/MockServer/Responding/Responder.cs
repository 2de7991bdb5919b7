using SocialContract.Contract.Http;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Routing;

namespace SocialContract.MockServer.Responding;

/// <summary>
/// Responds to requests: asks each producer in turn, takes the first response, and lets pages of other origins read it. Neither sends nor
/// waits.
/// </summary>
/// <param name="producers">In order; the last one responds to every request.</param>
/// <param name="allowsOrigins">Whether browsers may read responses from pages of other origins.</param>
internal sealed class Responder(ServedContract contract, IReadOnlyList<IResponseProducer> producers, bool allowsOrigins)
{
    private volatile ServedContract _contract = contract;

    /// <summary>The served document. A reload replaces it, so a request reads it once, when it arrives.</summary>
    public ServedContract Contract
    {
        get => _contract;
        set => _contract = value;
    }

    /// <summary>The request with everything that is needed to respond; return it after the response was sent.</summary>
    /// <param name="served">The document that was served when the request arrived.</param>
    public MockRequest Begin(RequestMessage message, ServedContract served) => MockRequest.Rent(message, served, allowsOrigins);

    public async ValueTask<MockResponse> RespondAsync(MockRequest request)
    {
        for (var index = 0; index < producers.Count; index++)
        {
            if (await producers[index].RespondAsync(request) is { } response)
            {
                return Finish(request.AllowedOrigin, Delayed(request, response));
            }
        }

        throw new InvalidOperationException("The last producer responds to every request.");
    }

    /// <summary>The delay that the settings add to the next response, but for the kinds of delay that it has itself; null: none.</summary>
    public Func<MockResponse, TimeSpan>? Delay { get; init; }

    /// <summary>Completes a response that no producer made.</summary>
    public MockResponse Finish(RequestMessage request, in MockResponse response) =>
        Finish(allowsOrigins ? ApiOrigins.Access.Of(request) : null, response);

    private MockResponse Delayed(MockRequest request, in MockResponse response) =>
        Delay?.Invoke(response) is { Ticks: > 0 } delay && !AdminPath.Contains(request.Path)
            ? response with { Delay = response.Delay + delay }
            : response;

    private static MockResponse Finish(string? origin, in MockResponse response)
    {
        var message = Sendable(response.Message);
        var headers = ApiOrigins.Access.Allow(origin, message.Headers);
        message = headers == message.Headers ? message : message.With(headers);
        return message == response.Message ? response : response with { Message = message };
    }

    /// <summary>Without a body if the status cannot have one.</summary>
    private static ResponseMessage Sendable(ResponseMessage message) => message.Body.IsEmpty || StatusCode.HasBody(message.Status)
        ? message
        : new ResponseMessage(message.Status, message.Headers) { Reason = message.Reason, Trailers = message.Trailers };
}
