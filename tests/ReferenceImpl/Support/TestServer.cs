using SocialContract.Contract;
using SocialContract.Contract.Reading;
using SocialContract.Contract.Tests.Spec;

namespace SocialContract.ReferenceImpl.Tests.Support;

/// <summary>A reference server on a free port, and clients that check every response against the document.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly ReferenceHost _host;
    private readonly List<HttpClient> _clients = [];

    private TestServer(ReferenceHost host, SteppingClock clock) => (_host, Clock) = (host, clock);

    public static string Document => Checkout.PathOf("spec/openapi.yaml");

    /// <summary>Read once for all tests.</summary>
    public static ContractDescription Contract { get; } = ContractLoader.Load(Document).ShouldBeOfType<LoadResult.Loaded>().Api;

    public Uri Url => _host.Url;

    public SteppingClock Clock { get; }

    public HttpClient Admin => ClientOf("admin-token");

    public HttpClient Creator => ClientOf("creator-token");

    public HttpClient User => ClientOf("user-token");

    public static async Task<TestServer> StartAsync(Func<ReferenceOptions, ReferenceOptions>? configure = null)
    {
        var clock = new SteppingClock();
        var options = new ReferenceOptions { Document = Document, ProviderStates = true, Clock = clock };
        return new TestServer(await ReferenceHost.StartAsync(Contract, configure?.Invoke(options) ?? options), clock);
    }

    public HttpClient ClientOf(string? token)
    {
        var client = new HttpClient(new ConformingResponses { InnerHandler = new SocketsHttpHandler() }) { BaseAddress = Url };
        if (token is not null)
        {
            client.DefaultRequestHeaders.Add("Authentication", $"Bearer {token}");
        }

        _clients.Add(client);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        await _host.DisposeAsync();
    }
}
