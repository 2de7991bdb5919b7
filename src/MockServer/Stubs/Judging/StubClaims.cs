using SocialContract.MockServer.Responding;
using SocialContract.MockServer.Stubs.Embedding;
using SocialContract.MockServer.Stubs.Mappings;
using WireMock;
using WireMock.Matchers.Request;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.ResponseProviders;
using RequestMessage = SocialContract.Contract.Messages.RequestMessage;
using ResponseMessage = SocialContract.Contract.Messages.ResponseMessage;

namespace SocialContract.MockServer.Stubs.Judging;

/// <summary>Reads what a stub of WireMock.Net says of the API.</summary>
internal static class StubClaims
{
    private static readonly string[] Methods = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"];

    public static StubClaim Of(IMapping stub, ConfinedFiles files) => Of(stub.RequestMatcher, stub.Provider, files);

    /// <summary>Reads the parts of a stub that is not registered.</summary>
    public static StubClaim Of(IRequestMatcher request, IResponseProvider provider, ConfinedFiles files)
    {
        var (path, method) = (StubPaths.Literal(request), MethodOf(request));
        if (provider is not Response response || response.ProxyAndRecordSettings is not null || IsFault(response))
        {
            return new StubClaim(method, path, null, BodyIsFixed: false);
        }

        // A file may change, and a callback or a template decides when the request is there.
        var message = response.ResponseMessage;
        var isFixed = !response.UseTransformer && !response.WithCallbackUsed && message.BodyData?.BodyAsFile is null;
        return new StubClaim(
            method, path, isFixed ? WireMockResponses.Of(message, files) : WireMockResponses.HeadOf(message), isFixed);
    }

    public static StubClaim Of(StubMapping stub)
    {
        var response = stub.Response;
        var method = stub.Request.Method is { Negated: false, Names: [var single] } ? single : null;
        if (response.Fault != ConnectionFault.None || response.Proxy is not null)
        {
            return new StubClaim(method, stub.Request.ExactPath, null, BodyIsFixed: false) { Request = stub.Request };
        }

        var message = new ResponseMessage(response.Status, StubContent.HeadersOf(response), StubContent.FixedBodyOf(response));
        return new StubClaim(
            method, stub.Request.ExactPath, message, BodyIsFixed: !response.IsTemplate && response.Body is not StubBody.File)
        {
            Request = stub.Request,
        };
    }

    private static bool IsFault(Response response) => response.ResponseMessage.FaultType != FaultType.NONE;

    /// <summary>The only method of the document's kinds that the stub matches; null if there are several.</summary>
    /// <remarks>WireMock.Net keeps the type of the matcher to itself, so it is asked.</remarks>
    private static string? MethodOf(IRequestMatcher matchers) =>
        matchers is Request request
        && request.GetRequestMessageMatchers<IRequestMatcher>().FirstOrDefault(
            part => part.Type == RequestMatcherType.Method) is { } matcher
        && Methods.Where(method => matcher.GetMatchingScore(WireMockRequests.Of(Probe(method)), new RequestMatchResult()) >= 1).ToList()
            is [var single]
            ? single
            : null;

    private static RequestMessage Probe(string method) => new(method, "/", [new("Host", "localhost")]);
}
