using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using SocialContract.Contract;
using SocialContract.Contract.AspNetCore.Bodies;
using SocialContract.Contract.AspNetCore.Hosting;
using SocialContract.Contract.Exchanges;
using SocialContract.Contract.Generation.Examples;
using SocialContract.Contract.Reading;
using SocialContract.Contract.Validation;
using SocialContract.MockServer.Admin;
using SocialContract.MockServer.Admin.Recordings;
using SocialContract.MockServer.Admin.Requests;
using SocialContract.MockServer.Admin.Stubs;
using SocialContract.MockServer.Hosting;
using SocialContract.MockServer.Journal;
using SocialContract.MockServer.Logging;
using SocialContract.MockServer.Proxying;
using SocialContract.MockServer.Reloading;
using SocialContract.MockServer.Responding;
using SocialContract.MockServer.Stubs;
using SocialContract.MockServer.Stubs.Embedding;
using SocialContract.MockServer.Stubs.Reading;

namespace SocialContract.MockServer;

/// <summary>
/// A mock server that is running: <c>await using var mock = await MockHost.StartAsync("openapi.yaml");</c>, then requests to
/// <see cref="Url"/>.
/// </summary>
public sealed class MockHost : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly Responder _responder;
    private readonly StubServer _stubs;
    private readonly ProxyParts _proxy;
    private readonly RequestJournal? _journal;
    private readonly ContractReloader? _reloader;
    private readonly StandardErrorLog? _faults;

    private MockHost(
        WebApplication web,
        Responder responder,
        StubServer stubs,
        ProxyParts proxy,
        RequestJournal? journal,
        BodyBudget bodies,
        ContractReloader? reloader,
        StandardErrorLog? faults)
    {
        (_web, _responder, _stubs, _proxy, _journal, Bodies, _reloader, _faults) =
            (web, responder, stubs, proxy, journal, bodies, reloader, faults);
        Url = new Uri(web.Urls.First());
    }

    /// <summary>The base URL, e.g. <c>http://127.0.0.1:40123/</c>.</summary>
    public Uri Url { get; }

    /// <summary>The description that is served now; a reload replaces it.</summary>
    public ContractDescription Api => _responder.Contract.Description;

    /// <summary>
    /// WireMock.Net's server on top of the contract: a stub that matches responds, else the contract does. Made on first use.
    /// </summary>
    public EmbeddedWireMock WireMock => _stubs.WireMock;

    /// <summary>
    /// The exchanges of the mock, the oldest first: all of which a client has the response, up to <see cref="MockOptions.JournalEntries"/>.
    /// Those of <c>/__admin</c> are left out. A copy, which later requests do not change.
    /// </summary>
    public IReadOnlyList<JournalEntry> Requests => _journal?.Entries ?? [];

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
        var reader = new StubReader(options.TimeProvider);
        var folder = options.MappingsFolder is { } given ? Path.GetFullPath(given) : null;
        var proxy = new ProxyParts(options.Proxy, options.Host, options.Port, options.MaxHeldBodyBytes, logger, options.TimeProvider);
        var stubs = new StubServer(folder, options.StrictStubs, logger, options.TimeProvider)
        {
            OfFolder = folder is null ? [] : StubFolder.Read(folder, reader, proxy.IsAllowed),
            AllowsProxying = proxy.IsAllowed,
        };
        Responder responder = null!;
        var journal = JournalOf(options, () => responder.Contract);
        responder = new Responder(Served(api), Producers(options, stubs, proxy, reader, journal), options.Cors);
        (stubs.Contract, stubs.Journal) = (() => responder.Contract, journal);
        var sinks = new ExchangeSinks(Sinks(options), journal, logger);
        var bodies = new BodyBudget(options.MaxHeldBodyBytes, options.TimeProvider);
        var application = new MockApplication(responder, options.MaxBodyBytes, bodies, sinks, logger, options.TimeProvider);
        var refused = new RefusedRequests(responder, sinks);
        var builder = KestrelServer.CreateBuilder(options.Host, options.Port, options.TimeProvider, refused.Receive);
        proxy.Configure(builder.WebHost);
        var web = builder.Build();
        web.Run(application.HandleAsync);
        await KestrelServer.StartAsync(web, options.Host, options.Port, cancellationToken);
        stubs.Url = new Uri(web.Urls.First());
        proxy.Listening(stubs.Url);
        stubs.AddAll(stubs.OfFolder);
        responder.Contract.WarmUp();
        var reloader = options.Reload
            ? new ContractReloader(
                responder,
                options.Document,
                () => ContractLoader.Load(options.Document, LoadOptionsOf(options)),
                Served,
                stubs.Review,
                logger,
                options.TimeProvider)
            : null;
        return new MockHost(web, responder, stubs, proxy, journal, bodies, reloader, faults);

        ServedContract Served(ContractDescription description) =>
            new(description, new ResponseOptions(options.IgnoreExamples, options.Dynamic), options.Tokens);
    }

    /// <summary>A client whose requests may have relative URLs: <c>client.GetAsync("/pets")</c>. Dispose it.</summary>
    public HttpClient CreateClient() => new() { BaseAddress = Url };

    /// <summary>Forgets everything that requests and tests left in the mock: stubs, the states of scenarios, the journal.</summary>
    public void Reset()
    {
        _stubs.Reset();
        _journal?.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        if (_reloader is not null)
        {
            await _reloader.DisposeAsync();
        }

        await _web.StopAsync();
        await _web.DisposeAsync();
        _stubs.Dispose();
        await _proxy.DisposeAsync();
        if (_faults is not null)
        {
            await _faults.DisposeAsync();
        }
    }

    /// <summary>The load options for the document of a mock.</summary>
    private static LoadOptions LoadOptionsOf(MockOptions options) => options.Loading with { SwitchedOff = options.SwitchedOff };

    /// <summary>The producers of responses, in the order in which they are asked.</summary>
    private static IReadOnlyList<IResponseProducer> Producers(
        MockOptions options, StubServer stubs, ProxyParts proxy, StubReader reader, RequestJournal? journal)
    {
        var tokens = options.Tokens.ToHashSet(StringComparer.Ordinal);
        var validation = new RequestValidationOptions { AcceptsToken = tokens.Count == 0 ? null : (_, token) => tokens.Contains(token) };
        var contract = new ContractProducer(validation, options.Seed, options.FailOnBrokenResponses);
        IReadOnlyList<IResponseProducer> producers =
        [
            new PreflightProducer(),
            new AdminProducer(
                new LocalAccess(options.Host, options.AllowedHosts, options.AllowHostAdvice),
                DocumentEndpoints.With([
                    .. new JournalEndpoints(journal).All,
                    .. new MappingEndpoints(stubs, reader).All,
                    .. new ScenarioEndpoints(stubs).All,
                    .. new RecordingEndpoints(stubs, reader, journal, proxy).All,
                    .. new VerificationEndpoints(journal, reader).All,
                ])),
            new StubProducer(stubs, validation, proxy),
            .. proxy.IsAllowed ? [proxy.Producer(contract, validation)] : Array.Empty<IResponseProducer>(),
            contract,
            new UnroutedProducer(),
        ];
        return options.Cors ? producers : [.. producers.Where(producer => producer is not PreflightProducer)];
    }

    private static RequestJournal? JournalOf(MockOptions options, Func<ServedContract> served) => options.JournalEntries == 0
        ? null
        : new RequestJournal(
            options.JournalEntries,
            new JournalReader(() => served().Redactor, () => served().Router, options.JournalSecrets));

    private static IReadOnlyList<IExchangeSink> Sinks(MockOptions options) => options.LoggerFactory is null
        ? options.Sinks
        : [.. options.Sinks, new LoggedExchanges(options.LoggerFactory.CreateLogger($"{typeof(MockHost).FullName}.Requests"))];
}
