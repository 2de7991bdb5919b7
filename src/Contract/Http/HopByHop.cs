using SocialContract.Contract.Messages;

namespace SocialContract.Contract.Http;

/// <summary>Fields that describe one connection, which a proxy does not forward (RFC 9110, section 7.6.1).</summary>
internal static class HopByHop
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Keep-Alive", "Proxy-Authenticate", "Proxy-Authentication-Info", "Proxy-Authorization", "Proxy-Connection", "TE",
        "Trailer", "Transfer-Encoding", "Upgrade",
    };

    /// <summary>The other fields, in their order: neither these nor those that <c>Connection</c> names.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Without(HeaderFields headers)
    {
        var named = headers["Connection"] is { } options
            ? options.Split(',', StringSplitOptions.TrimEntries).ToHashSet(StringComparer.OrdinalIgnoreCase)
            : null;
        return headers.Where(line => !Names.Contains(line.Key) && named?.Contains(line.Key) != true);
    }
}
