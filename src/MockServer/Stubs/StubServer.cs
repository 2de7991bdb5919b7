using SocialContract.MockServer.Stubs.Embedding;

namespace SocialContract.MockServer.Stubs;

/// <summary>
/// The stubs of a mock. WireMock.Net is made on first use: a mock without stubs takes no time and memory for it. Thread-safe.
/// </summary>
/// <param name="folder">The absolute path of the folder with the files of stubs; null if there is none.</param>
internal sealed class StubServer(string? folder, TimeProvider clock) : IDisposable
{
    private readonly Lock _lock = new();
    private volatile Parts? _parts;

    /// <summary>The mock's address, once it listens.</summary>
    public Uri? Url { get; set; }

    /// <summary>WireMock.Net's server.</summary>
    public EmbeddedWireMock WireMock => Made().WireMock;

    public ScenarioStates Scenarios => Made().Scenarios;

    public ConfinedFiles Files { get; } = new(folder);

    /// <summary>The stubs by path; null as long as nobody has used them.</summary>
    public StubTable? Table => _parts?.Table;

    public void Dispose() => _parts?.WireMock.Dispose();

    private Parts Made()
    {
        if (_parts is { } made)
        {
            return made;
        }

        lock (_lock)
        {
            return _parts ??= Make();
        }
    }

    private Parts Make()
    {
        var scenarios = new ScenarioStates();
        var wireMock = new EmbeddedWireMock(Url!, scenarios.Store, Files, new SilentLogger());
        return new Parts(wireMock, scenarios, new StubTable(wireMock, clock));
    }

    private sealed record Parts(EmbeddedWireMock WireMock, ScenarioStates Scenarios, StubTable Table);
}
