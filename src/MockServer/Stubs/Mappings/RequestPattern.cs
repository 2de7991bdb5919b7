using SocialContract.MockServer.Stubs.Patterns;
using SocialContract.MockServer.Stubs.Requests;

namespace SocialContract.MockServer.Stubs.Mappings;

/// <summary>What a request must be for a stub to respond to it.</summary>
internal sealed record RequestPattern
{
    /// <summary>Matches every request.</summary>
    public static RequestPattern Anything { get; } = new();

    public MethodPattern Method { get; init; } = MethodPattern.Any;

    public UrlPattern Url { get; init; } = UrlPattern.Any;

    /// <summary>Null: any.</summary>
    public string? Scheme { get; init; }

    /// <summary>Null: any.</summary>
    public ValuePattern? Host { get; init; }

    /// <summary>Null: any.</summary>
    public int? Port { get; init; }

    /// <summary>Null: any.</summary>
    public ValuePattern? ClientIp { get; init; }

    /// <summary>By the name of the template's variable.</summary>
    public IReadOnlyList<KeyValuePair<string, ValuePattern>> PathParameters { get; init; } = [];

    /// <summary>By field name; basic credentials are among them.</summary>
    public IReadOnlyList<KeyValuePair<string, MultiValuePattern>> Headers { get; init; } = [];

    public IReadOnlyList<KeyValuePair<string, MultiValuePattern>> QueryParameters { get; init; } = [];

    public IReadOnlyList<KeyValuePair<string, MultiValuePattern>> FormParameters { get; init; } = [];

    public IReadOnlyList<KeyValuePair<string, ValuePattern>> Cookies { get; init; } = [];

    public IReadOnlyList<ValuePattern> Bodies { get; init; } = [];

    public IReadOnlyList<MultipartPattern> Parts { get; init; } = [];

    /// <summary>The only path that matches, percent-encoded as sent; null if several may.</summary>
    public string? ExactPath => Url.ExactPath;

    /// <summary>
    /// Tests the cheap parts first. A regular expression that takes too long decides nothing: the pattern does not match, and the request
    /// keeps the expression in <see cref="StubRequest.Timeouts"/>.
    /// </summary>
    public bool Matches(StubRequest request)
    {
        var timeouts = request.Timeouts.Count;
        return Method.Matches(request.Method)
            && (Scheme is null || Scheme == request.Scheme)
            && (Port is null || Port == request.Port)
            && Url.Matches(request)
            && Host?.Matches(request.Value(request.Host)) is not false
            && ClientIp?.Matches(request.Value(request.ClientIp)) is not false
            && (PathParameters.Count == 0 || MatchesPathParameters(request))
            && (Headers.Count == 0 || All(Headers, request.Headers))
            && (QueryParameters.Count == 0 || All(QueryParameters, request.QueryParameters))
            && (Cookies.Count == 0 || MatchesCookies(request))
            && (FormParameters.Count == 0 || All(FormParameters, request.FormParameters))
            && (Bodies.Count == 0 || MatchesBody(request))
            && (Parts.Count == 0 || MatchesParts(request))
            && request.Timeouts.Count == timeouts;
    }

    /// <summary>Every part that does not match, in the order of the pattern's members; none if the pattern matches.</summary>
    public IReadOnlyList<RequestDifference> Differences(StubRequest request) => RequestComparison.Differences(this, request);

    /// <summary>How far the request is from a match, as Java WireMock measures near misses: from 0, a match, to 1.</summary>
    public double Distance(StubRequest request) => RequestComparison.Distance(this, request);

    /// <summary>The values of the template's variables; empty without a template.</summary>
    public IReadOnlyDictionary<string, string> PathVariables(StubRequest request) => Url is UrlPattern.Template template
        ? template.Path.Values(request.Path)
        : new Dictionary<string, string>();

    /// <summary>Of a cookie that is missing, only <c>absent</c> is a match.</summary>
    internal static bool MatchesCookie(ValuePattern pattern, IReadOnlyList<PatternValue> values) =>
        values.Count == 0 ? pattern.IsAbsent : values.Any(pattern.Matches);

    private static bool All(
        IReadOnlyList<KeyValuePair<string, MultiValuePattern>> patterns, Func<string, IReadOnlyList<PatternValue>> values)
    {
        foreach (var (name, pattern) in patterns)
        {
            if (!pattern.Matches(values(name)))
            {
                return false;
            }
        }

        return true;
    }

    private bool MatchesCookies(StubRequest request) =>
        Cookies.All(cookie => MatchesCookie(cookie.Value, request.Cookies(cookie.Key)));

    private bool MatchesBody(StubRequest request) => Bodies.All(body => body.Matches(request.Body));

    private bool MatchesParts(StubRequest request) => Parts.All(part => part.Matches(request));

    private bool MatchesPathParameters(StubRequest request)
    {
        var values = PathVariables(request);
        return PathParameters.All(parameter => parameter.Value.Matches(request.Value(values.GetValueOrDefault(parameter.Key))));
    }
}
