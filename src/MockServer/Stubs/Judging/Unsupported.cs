using SocialContract.MockServer.Stubs.Mappings;

namespace SocialContract.MockServer.Stubs.Judging;

/// <summary>
/// Parts of stubs that are read and that the mock cannot send: such a stub is refused, so that it never responds otherwise.
/// </summary>
internal static class Unsupported
{
    public static IReadOnlyList<StubFinding> In(StubMapping stub)
    {
        var findings = new List<StubFinding>();
        if (stub.Response.IsTemplate)
        {
            findings.Add(new("/response/transformers", "The mock does not fill in response templates; state the response itself."));
        }

        if (stub.Response.Proxy is not null)
        {
            findings.Add(new("/response/proxyBaseUrl", "The mock does not forward requests; state the response itself."));
        }

        return findings;
    }
}
