using SocialContract.MockServer.Stubs.Mappings;

namespace SocialContract.MockServer.Stubs.Judging;

/// <summary>
/// Parts of stubs that are read and that the mock cannot send: such a stub is refused, so that it never responds otherwise.
/// </summary>
internal static class Unsupported
{
    /// <param name="allowsProxying">Whether stubs may forward requests.</param>
    public static IReadOnlyList<StubFinding> In(StubMapping stub, bool allowsProxying)
    {
        var findings = new List<StubFinding>();
        if (stub.Response.Proxy is { } proxy && FaultOf(proxy, allowsProxying) is { } fault)
        {
            findings.Add(new(stub.Model is null ? "/response/proxyBaseUrl" : "/Response/ProxyUrl", fault));
        }

        return findings;
    }

    private static string? FaultOf(ProxyTarget proxy, bool allowsProxying) =>
        proxy.BaseUrl.Contains("{{", StringComparison.Ordinal) ? "The mock does not fill in a template of a URL; state the URL itself."
        : allowsProxying ? null
        : "The mock does not listen on loopback alone, so that it forwards no requests unless it was started to forward them to a server.";
}
