using WireMock;

namespace SocialContract.MockServer.Stubs.Embedding;

/// <summary>Names stubs in logs and headers.</summary>
internal static class StubNames
{
    /// <summary>The title that the stub was given, else its id.</summary>
    public static string Of(IMapping stub) => stub.Title is { Length: > 0 } title ? title : stub.Guid.ToString();
}
