using System.Net;
using System.Net.NetworkInformation;
using SocialContract.Contract.Messages;

namespace SocialContract.Contract.AspNetCore.Hosting;

/// <summary>
/// Who may use what a server offers about itself, such as <c>/__admin</c>: programs and pages of this machine, but no page of another site
/// that a browser on this machine shows. Such a page reaches a server on loopback by a name that it lets point there (DNS rebinding), or by
/// a request whose response it cannot read.
/// </summary>
/// <param name="host">What the server listens on, a name or an address.</param>
/// <param name="allowed">Further names by which the server is reached: a container's service name.</param>
/// <param name="advice">How a name that is not allowed is added to these, as the rest of a sentence after 'to allow it,'.</param>
public sealed class LocalAccess(string host, IReadOnlyList<string> allowed, Func<string, string> advice)
{
    /// <summary>The name of this machine. It is allowed because a page from elsewhere cannot have it as its host.</summary>
    private static readonly string OwnName = Normal(Dns.GetHostName());

    private readonly HashSet<string> _names = new([.. allowed.Append(host).Select(Normal)], StringComparer.Ordinal);

    /// <summary>Whether text can be given as a name: a DNS name or an IP address, without a port.</summary>
    public static bool IsName(string text) =>
        Uri.CheckHostName(text.Trim('[', ']')) is not (UriHostNameType.Unknown or UriHostNameType.Basic);

    /// <summary>Why the request is refused, in one sentence with the advice that helps; null: it may pass.</summary>
    public string? Fault(RequestMessage request)
    {
        var authority = request.Headers["Host"] ?? "";
        var target = request.Target.StartsWith('/') ? authority
            : Uri.TryCreate(request.Target, UriKind.Absolute, out var url) && url.UserInfo.Length == 0 ? url.Authority
            : "";
        foreach (var name in new[] { authority, target })
        {
            if (NameOf(name) is not { } known)
            {
                return $"'{Shown(name)}' as the request's Host is not a name of this machine.";
            }

            if (!IsKnown(known))
            {
                return $"The request's Host {known} is not a name of this machine; to allow it, {advice(known)}.";
            }
        }

        return request.Method is "GET" or "HEAD" or "OPTIONS" ? null : FaultOfOrigin(request.Headers, authority);
    }

    /// <summary>The fault of a request that may change data and comes from a page of another origin; null if there is none.</summary>
    private static string? FaultOfOrigin(HeaderFields headers, string authority)
    {
        if (headers["Sec-Fetch-Site"] is { } site and not ("same-origin" or "none"))
        {
            return $"A page of another origin may not do this (Sec-Fetch-Site: {Shown(site)}).";
        }

        return headers["Origin"] is not { } origin || IsOriginOf(origin, authority)
            ? null
            : $"A page of another origin may not do this (Origin: {Shown(origin)}).";
    }

    private static bool IsOriginOf(string origin, string authority) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var page) && page.Scheme is "http" or "https"
        && Uri.TryCreate($"{page.Scheme}://{authority}", UriKind.Absolute, out var own)
        && page.Port == own.Port && Normal(page.Host) == Normal(own.Host);

    /// <summary>The host of an authority, without its port; null if the authority is empty, malformed or has user information.</summary>
    private static string? NameOf(string authority)
    {
        var end = authority.StartsWith('[') ? authority.IndexOf(']') + 1 : authority.IndexOf(':');
        var name = end > 0 ? authority[..end] : end < 0 ? authority : "";
        var port = authority[name.Length..];
        var isPort = port.Length == 0 || (port[0] == ':' && port[1..].All(char.IsAsciiDigit));
        return isPort && IsName(name) ? Normal(name) : null;
    }

    private bool IsKnown(string name) =>
        _names.Contains(name)
        || name == "localhost"
        || name == OwnName
        // RFC 6761, section 6.3: names below localhost are loopback, too.
        || name.EndsWith(".localhost", StringComparison.Ordinal)
        || (IPAddress.TryParse(name, out var address) && (IPAddress.IsLoopback(address) || IsOwn(address)));

    /// <summary>A page cannot let an address point elsewhere, as it can a name.</summary>
    private static bool IsOwn(IPAddress address) => NetworkInterface.GetAllNetworkInterfaces()
        .SelectMany(network => network.GetIPProperties().UnicastAddresses)
        .Any(own => own.Address.Equals(address));

    /// <summary>Lower case, without a trailing dot or brackets; an address in its usual form.</summary>
    private static string Normal(string name)
    {
        var bare = name.Trim('[', ']').TrimEnd('.');
        return IPAddress.TryParse(bare, out var address)
            ? (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString()
            : bare.ToLowerInvariant();
    }

    private static string Shown(string text) =>
        string.Concat(text.Take(100).Select(character => char.IsControl(character) || character > '~' ? '?' : character));
}
