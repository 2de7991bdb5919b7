using SocialContract.Contract.Messages;
using SocialContract.MockServer.Stubs.Mappings;

namespace SocialContract.MockServer.Stubs.Judging;

/// <summary>What a stub says of the API before any request: the parts that are fixed, null where a matcher or a template decides.</summary>
/// <param name="Method">Upper case.</param>
/// <param name="Path">As a client sends it, without a query.</param>
/// <param name="Response">The response; null if it is not an HTTP response: a fault, or a proxy's.</param>
/// <param name="BodyIsFixed">Whether the response's body is the one that is sent.</param>
internal sealed record StubClaim(string? Method, string? Path, ResponseMessage? Response, bool BodyIsFixed)
{
    /// <summary>What a request must be; null if it is not known in Java WireMock's form.</summary>
    public RequestPattern? Request { get; init; }
}

/// <summary>What a stub says of the API that the document does not.</summary>
/// <param name="Pointer">RFC 6901 pointer into the stub in Java WireMock's form.</param>
/// <param name="Message">A sentence.</param>
internal sealed record StubFinding(string Pointer, string Message)
{
    public override string ToString() => $"{Pointer}: {Message}";
}
