using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using SocialContract.Contract;
using SocialContract.Contract.AspNetCore.Bodies;
using SocialContract.Contract.AspNetCore.Hosting;
using SocialContract.Contract.Exchanges;
using SocialContract.Contract.Generation.Examples;
using SocialContract.Contract.Reading;
using SocialContract.MockServer.Hosting;
using SocialContract.MockServer.Journal;
using SocialContract.MockServer.Logging;
using SocialContract.MockServer.Proxying;
using SocialContract.MockServer.Reloading;
using SocialContract.MockServer.Responding;
using SocialContract.MockServer.Stubs;
using SocialContract.MockServer.Stubs.Embedding;

namespace SocialContract.MockServer;

/// <summary>
/// A mock server that is running: <c>await using var mock = await MockHost.StartAsync("openapi.yaml");</c>, then requests to
/// <see cref="Url"/>.
/// </summary>
public sealed class MockHost : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly Responder _responder;
    private readonly MockParts _parts;
    private readonly ContractReloader? _reloader;
    private readonly StandardErrorLog? _faults;

    private MockHost(
        WebApplication web,
        Responder responder,
        MockParts parts,
        BodyBudget bodies,
        ContractReloader? reloader,
        StandardErrorLog? faults)
    {
        (_web, _responder, _parts, Bodies, _reloader, _faults) = (web, responder, parts, bodies, reloader, faults);
        Url = new Uri(web.Urls.First());

        // The server waits for responses that are being sent, that to the shutdown among them.
        ShutdownRequested = parts.Shutdown.ContinueWith(
            _ => web.StopAsync(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).Unwrap();
    }

    /// <summary>The base URL, e.g. <c>http://127.0.0.1:40123/</c>.</summary>
    public Uri Url { get; }

    /// <summary>The description that is served now; a reload replaces it.</summary>
    public ContractDescription Api => _responder.Contract.Description;

    /// <summary>
    /// WireMock.Net's server on top of the contract: a stub that matches responds, else the contract does. Made on first use.
    /// </summary>
    public EmbeddedWireMock WireMock => _parts.Stubs.WireMock;

    /// <summary>
    /// The exchanges of the mock, the oldest first: all of which a client has the response, up to <see cref="MockOptions.JournalEntries"/>.
    /// Those of <c>/__admin</c> are left out. A copy, which later requests do not change.
    /// </summary>
    public IReadOnlyList<JournalEntry> Requests => _parts.Journal?.Entries ?? [];

    /// <summary>Completes when a client has stopped the mock with <c>POST /__admin/shutdown</c>. Dispose of it then, too.</summary>
    public Task ShutdownRequested { get; }

    /// <summary>The request bodies that are held now.</summary>
    internal BodyBudget Bodies { get; }

    /// <summary>Starts on a free port of the loopback interface.</summary>
    /// <exception cref="DocumentRejectedException">The document cannot be understood.</exception>
    public static Task<MockHost> StartAsync(string document, CancellationToken cancellationToken = default) =>
        StartAsync(new MockOptions { Document = document }, cancellationToken);

    /// <exception cref="DocumentRejectedException">The document cannot be understood.</exception>
    /// <exception cref="AddressUnavailableException">The address is in use, not of this machine, or may not be used.</exception>
    public static Task<MockHost> StartAsync(MockOptions options, CancellationToken cancellationToken = default) =>
        ContractLoader.Load(options.Document, LoadOptionsOf(options)).Match(
            api => StartAsync(api, options, cancellationToken),
            diagnostics => throw new DocumentRejectedException(diagnostics));

    /// <summary>Starts with a description that was already loaded from <see cref="MockOptions.Document"/>.</summary>
    /// <exception cref="AddressUnavailableException">The address is in use, not of this machine, or may not be used.</exception>
    /// <exception cref="ProxyRejectedException">The options of the proxy cannot be used.</exception>
    /// <exception cref="StubsRejectedException">The stubs of the folder cannot be used.</exception>
    public static async Task<MockHost> StartAsync(
        ContractDescription api, MockOptions options, CancellationToken cancellationToken = default)
    {
        var faults = options.LoggerFactory is null ? new StandardErrorLog(options.TimeProvider) : null;
        var logger = faults ?? (ILogger)options.LoggerFactory!.CreateLogger<MockHost>();
        Responder responder = null!;
        var parts = new MockParts(options, () => responder.Contract, logger);
        responder = new Responder(Served(api), parts.Producers(), options.Cors)
        {
            Delay = response => parts.Delay.Next(!response.HasOwnFixedDelay, !response.HasOwnRandomDelay),
        };
        var sinks = new ExchangeSinks(Sinks(options), parts.Journal, logger);
        var bodies = new BodyBudget(options.MaxHeldBodyBytes, options.TimeProvider);
        var application = new MockApplication(responder, options.MaxBodyBytes, bodies, sinks, logger, options.TimeProvider);
        var refused = new RefusedRequests(responder, sinks);
        var builder = KestrelServer.CreateBuilder(options.Host, options.Port, options.TimeProvider, refused.Receive);
        parts.Proxy.Configure(builder.WebHost);
        var web = builder.Build();
        web.Run(application.HandleAsync);
        await KestrelServer.StartAsync(web, options.Host, options.Port, cancellationToken);
        parts.Stubs.Url = new Uri(web.Urls.First());
        parts.Proxy.Listening(parts.Stubs.Url);
        parts.Stubs.AddAll(parts.Stubs.Saved.All);
        responder.Contract.WarmUp();
        parts.State?.Report(responder.Contract, logger);
        var reloader = options.Reload
            ? new ContractReloader(
                responder,
                options.Document,
                () => ContractLoader.Load(options.Document, LoadOptionsOf(options)),
                Served,
                () => parts.Review(responder.Contract),
                logger,
                options.TimeProvider)
            : null;
        return new MockHost(web, responder, parts, bodies, reloader, faults);

        ServedContract Served(ContractDescription description) =>
            new(description, new ResponseOptions(options.IgnoreExamples, options.Dynamic), options.Tokens);
    }

    /// <summary>A client whose requests may have relative URLs: <c>client.GetAsync("/pets")</c>. Dispose it.</summary>
    public HttpClient CreateClient() => new() { BaseAddress = Url };

    /// <summary>Forgets everything that requests and tests left in the mock: stubs, scenarios, the journal, kept resources.</summary>
    public void Reset() => _parts.Reset();

    public async ValueTask DisposeAsync()
    {
        if (_reloader is not null)
        {
            await _reloader.DisposeAsync();
        }

        await _web.StopAsync();
        await _web.DisposeAsync();
        _parts.Stubs.Dispose();
        await _parts.Proxy.DisposeAsync();
        if (_faults is not null)
        {
            await _faults.DisposeAsync();
        }
    }

    /// <summary>The load options for the document of a mock.</summary>
    private static LoadOptions LoadOptionsOf(MockOptions options) => options.Loading with { SwitchedOff = options.SwitchedOff };

    private static IReadOnlyList<IExchangeSink> Sinks(MockOptions options) => options.LoggerFactory is null
        ? options.Sinks
        : [.. options.Sinks, new LoggedExchanges(options.LoggerFactory.CreateLogger($"{typeof(MockHost).FullName}.Requests"))];
}
