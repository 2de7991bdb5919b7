namespace SocialContract.MockServer.Admin.Stubs;

/// <summary>The mock's version and its end, as WireMock for Java serves them.</summary>
/// <param name="shutdown">Called when a client that asks the mock to stop has the response; returns at once.</param>
internal sealed class ServerEndpoints(Action shutdown)
{
    /// <summary>The release of WireMock for Java whose interface this is.</summary>
    public const string Version = "3.13.2";

    public IReadOnlyList<AdminEndpoint> All =>
    [
        new("GET", "/version", _ => AdminResponse.Json(200, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("version", Version);
            writer.WriteEndObject();
        })),
        new("POST", "/shutdown", _ => AdminResponse.Done.With("Connection", "close") with { Completed = shutdown }),
    ];
}
