using SocialContract.MockServer.Stubs.Embedding;
using SocialContract.MockServer.Stubs.Requests;
using WireMock;
using RequestMessage = SocialContract.Contract.Messages.RequestMessage;

namespace SocialContract.MockServer.Stubs;

/// <summary>A request as the two kinds of stubs read it, each made for the first stub that needs it.</summary>
/// <param name="clientIp">The address of the client; null if it is not known.</param>
internal sealed class StubMessages(RequestMessage message, string? clientIp)
{
    private IRequestMessage? _ofWireMock;
    private StubRequest? _ofJava;

    /// <summary>For stubs of WireMock.Net.</summary>
    public IRequestMessage OfWireMock => _ofWireMock ??= WireMockRequests.Of(message, clientIp);

    /// <summary>The patterns of Java WireMock's form that took too long on the request.</summary>
    public IReadOnlyList<string> SlowPatterns => _ofJava?.Timeouts.Expressions ?? [];

    /// <summary>For stubs in Java WireMock's form.</summary>
    public StubRequest OfJava => _ofJava ??= new StubRequest(message, clientIp);
}
