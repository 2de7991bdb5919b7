namespace SocialContract.MockServer.Proxying;

/// <summary>Options of a mock that forwards requests to a server and checks both directions against the document.</summary>
public sealed record ProxyOptions
{
    /// <summary>The server's base URL, <c>http</c> or <c>https</c>, to which the path and the query of a request are appended.</summary>
    public required Uri Url { get; init; }

    /// <summary>Whether a violation of either direction gets 502 with the reasons; such a request is not forwarded.</summary>
    public bool FailOnViolation { get; init; }

    /// <summary>Whether the server gets the client's <c>Host</c>; otherwise it gets that of <see cref="Url"/>.</summary>
    public bool KeepHost { get; init; }

    /// <summary>The longest wait for the beginning of a response, and then for its end.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The largest response body that is checked, in bytes; a larger one is passed on unchecked.</summary>
    public int MaxResponseBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>The folder for recorded responses, as stubs in Java WireMock's layout; null: they are not recorded.</summary>
    public string? RecordFolder { get; init; }
}
