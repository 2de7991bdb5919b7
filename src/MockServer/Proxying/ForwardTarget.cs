using SocialContract.Contract.Messages;

namespace SocialContract.MockServer.Proxying;

/// <summary>A server that requests are forwarded to.</summary>
/// <param name="Base">Its absolute URL without a slash at the end: <c>https://example.com/v2</c>.</param>
internal sealed record ForwardTarget(string Base)
{
    /// <summary>Whether the server gets the client's <c>Host</c>.</summary>
    public bool KeepsHost { get; init; }

    /// <summary>The beginning of a path that is not forwarded; null: the whole path is.</summary>
    public string? PrefixToRemove { get; init; }

    /// <summary>Fields of the forwarded request, in place of those with the same name.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> AddedHeaders { get; init; } = [];

    /// <summary>Names of fields that are not forwarded.</summary>
    public IReadOnlyList<string> RemovedHeaders { get; init; } = [];

    public static ForwardTarget Of(Uri url) => new(url.GetLeftPart(UriPartial.Path).TrimEnd('/'));

    /// <summary>The URL as the client sent it, percent-encoded as it was.</summary>
    public Uri UrlOf(RequestMessage request)
    {
        var path = request.Path;
        if (PrefixToRemove is { Length: > 0 } prefix && path.StartsWith(prefix, StringComparison.Ordinal))
        {
            path = path[prefix.Length..];
            path = path.StartsWith('/') ? path : $"/{path}";
        }

        var query = request.Target.Contains('?', StringComparison.Ordinal) ? $"?{request.Query}" : "";
        return new Uri($"{Base}{path}{query}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
    }

    /// <summary>
    /// Where a redirect to the server itself leads on the way through the proxy, as reverse proxies do by default (<c>proxy_redirect</c> of
    /// nginx); other locations stay.
    /// </summary>
    /// <param name="host">The client's <c>Host</c>; null if it sent none.</param>
    public string Location(string location, string? host)
    {
        var root = Base[(Base.IndexOf("://", StringComparison.Ordinal) + 3)..];
        var prefix = root.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash ? root[slash..] : "";
        if (Rest(location, Base) is { } absolute)
        {
            return host is null ? absolute : $"http://{host}{absolute}";
        }

        return prefix.Length > 0 && Rest(location, prefix) is { } relative ? relative : location;
    }

    /// <summary>What follows the beginning, with its leading slash; null if the text does not begin so.</summary>
    private static string? Rest(string text, string beginning)
    {
        if (!text.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var rest = text[beginning.Length..];
        return rest.Length == 0 || rest[0] is '?' or '#' ? $"/{rest}" : rest[0] == '/' ? rest : null;
    }
}
