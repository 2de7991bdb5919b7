using WireMock;
using WireMock.Matchers;
using WireMock.Matchers.Request;
using WireMock.RequestBuilders;

namespace SocialContract.MockServer.Stubs.Embedding;

/// <summary>Reads the path of a stub of WireMock.Net.</summary>
internal static class StubPaths
{
    /// <summary>The path that a request must have; null if there are several, or if only a matcher can tell.</summary>
    public static string? Literal(IMapping stub) => Literal(stub.RequestMatcher);

    /// <inheritdoc cref="Literal(IMapping)"/>
    public static string? Literal(IRequestMatcher matchers)
    {
        if (matchers is not Request request
            || request.GetRequestMessageMatchers<RequestMessagePathMatcher>() is not [{ Funcs: null or [], Matchers: [var matcher] } path]
            || path.Behaviour != MatchBehaviour.AcceptOnMatch || matcher.MatchBehaviour != MatchBehaviour.AcceptOnMatch)
        {
            return null;
        }

        var isLiteral = matcher is WildcardMatcher { IgnoreCase: false } or ExactMatcher { IgnoreCase: false };
        return isLiteral && matcher.GetPatterns() is [{ IsFirst: true, First: var text }]
            && (matcher is ExactMatcher || !text.AsSpan().ContainsAny('*', '?'))
            ? text
            : null;
    }
}
