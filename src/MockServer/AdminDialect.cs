namespace SocialContract.MockServer;

/// <summary>The admin interface that a mock has at <c>/__admin</c>.</summary>
public enum AdminDialect
{
    /// <summary>That of WireMock 3 for Java, which clients in most languages speak.</summary>
    WireMock,

    /// <summary>That of WireMock.Net 2: members in Pascal case, lists that are arrays.</summary>
    WireMockNet,
}
