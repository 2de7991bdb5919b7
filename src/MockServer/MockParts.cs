using Microsoft.Extensions.Logging;
using SocialContract.Contract.AspNetCore.Hosting;
using SocialContract.Contract.Generation.Requests;
using SocialContract.Contract.Validation;
using SocialContract.MockServer.Admin;
using SocialContract.MockServer.Admin.Net;
using SocialContract.MockServer.Admin.Recordings;
using SocialContract.MockServer.Admin.Requests;
using SocialContract.MockServer.Admin.Stubs;
using SocialContract.MockServer.Journal;
using SocialContract.MockServer.Logging;
using SocialContract.MockServer.Proxying;
using SocialContract.MockServer.Responding;
using SocialContract.MockServer.State;
using SocialContract.MockServer.Stubs;
using SocialContract.MockServer.Stubs.Embedding;
using SocialContract.MockServer.Stubs.Mappings;
using SocialContract.MockServer.Stubs.Reading;

namespace SocialContract.MockServer;

/// <summary>What a mock is made of by its options, before it listens.</summary>
internal sealed class MockParts
{
    private readonly MockOptions _options;
    private readonly ILogger _logger;
    private readonly StubReader _reader;
    private readonly TaskCompletionSource _shutdown = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="served">The document that is served now.</param>
    /// <exception cref="ProxyRejectedException">The options of the proxy cannot be used.</exception>
    /// <exception cref="StubsRejectedException">The stubs of the folder cannot be used.</exception>
    public MockParts(MockOptions options, Func<ServedContract> served, ILogger logger)
    {
        (_options, _logger, _reader) = (options, logger, new StubReader(options.TimeProvider));
        var folder = options.MappingsFolder is { } given ? Path.GetFullPath(given) : null;
        Proxy = new ProxyParts(options.Proxy, options.Host, options.Port, options.MaxHeldBodyBytes, logger, options.TimeProvider);
        State = options.Stateful ? new MockState() : null;
        Delay = new GlobalDelay(options.Seed);
        var files = new ConfinedFiles(folder);
        Stubs = new StubServer(files, options.StrictStubs, logger, options.TimeProvider)
        {
            MaxStubs = options.MaxStubs,
            MaxBytes = options.MaxStubBytes,
            Seed = options.Seed,
            Delay = Delay,
            Saved = new SavedStubs(files, () => options.OptionAdvice(nameof(MockOptions.MappingsFolder)))
            {
                All = folder is null ? [] : StubFolder.Read(folder, _reader, Proxy.IsAllowed),
            },
            AllowsProxying = Proxy.IsAllowed,
            Contract = served,
        };
        foreach (var link in folder is null ? [] : StubFolder.Links(folder))
        {
            Log.StubLeftOut(logger, $"{link} is a link, which is not followed: its stubs are left out; copy them into the folder.");
        }

        Journal = options.JournalEntries == 0
            ? null
            : new RequestJournal(
                options.JournalEntries,
                new JournalReader(() => served().Redactor, () => served().Router, Stubs.Nearest, options.JournalSecrets));
        Stubs.Journal = Journal;
    }

    public StubServer Stubs { get; }

    public ProxyParts Proxy { get; }

    /// <summary>Null: no journal is kept.</summary>
    public RequestJournal? Journal { get; }

    /// <summary>Null: the mock keeps no state.</summary>
    public MockState? State { get; }

    /// <summary>The delay of every response.</summary>
    public GlobalDelay Delay { get; }

    /// <summary>Completes when a client asks the mock to stop.</summary>
    public Task Shutdown => _shutdown.Task;

    /// <summary>The producers of responses, in the order in which they are asked.</summary>
    public IReadOnlyList<IResponseProducer> Producers()
    {
        var tokens = _options.Tokens.ToHashSet(StringComparer.Ordinal);
        var validation = new RequestValidationOptions { AcceptsToken = tokens.Count == 0 ? null : (_, token) => tokens.Contains(token) };
        var contract = new ContractProducer(validation, _options.Seed, _options.FailOnBrokenResponses);
        var state = State is null ? null : new StateProducer(State, contract, validation, _logger);
        IResponseProducer inPlaceOfServer = state is null ? contract : new ProducerChain(state, contract);
        IResponseProducer?[] producers =
        [
            _options.Cors ? new PreflightProducer() : null,
            Admin(),
            new StubProducer(Stubs, validation, Proxy),
            Proxy.IsAllowed ? Proxy.Producer(inPlaceOfServer, validation) : null,
            state,
            contract,
            new UnroutedProducer(),
        ];
        return [.. producers.OfType<IResponseProducer>()];
    }

    /// <summary>Forgets everything that requests and tests left in the mock.</summary>
    public void Reset()
    {
        Stubs.Reset();
        Journal?.Clear();
        State?.Reset();
    }

    /// <summary>Compares with a document that was reloaded what does not come from it.</summary>
    public void Review(ServedContract served)
    {
        Stubs.Review();
        State?.Review(served);
    }

    private AdminProducer Admin() => new(
        new LocalAccess(_options.Host, _options.AllowedHosts, _options.AllowHostAdvice),
        new AdminToken(_options.AdminToken, _options.Host, _options.OptionAdvice),
        DocumentEndpoints.With(_options.TimeProvider, [
            .. _options.AdminDialect == AdminDialect.WireMockNet ? Net() : Java(),
            .. new RecordingEndpoints(Stubs, _reader, Journal, Proxy).All,
            .. new StateEndpoints(State).All,
            .. new ServerEndpoints(() => _shutdown.TrySetResult()).All,
            .. new FindingEndpoints(Stubs).All,
            .. new ContractEndpoints(_options.Tokens.Count > 0 ? CurlCommand.TokenVariable : "TOKEN").All,
        ]));

    private IEnumerable<AdminEndpoint> Java() =>
    [
        .. new JournalEndpoints(Journal, Stubs.Catalog).All,
        .. new MappingEndpoints(Stubs, _reader, State).All,
        .. new ScenarioEndpoints(Stubs).All,
        .. new VerificationEndpoints(Journal, Stubs, _reader).All,
        .. new NearMissEndpoints(Journal, Stubs, _reader).All,
        .. new SettingsEndpoints(Delay).All,
        .. new FileEndpoints(Stubs.Files, _options.OptionAdvice).All,
    ];

    private IEnumerable<AdminEndpoint> Net() =>
    [
        .. new NetMappingEndpoints(Stubs, _reader, State).All,
        .. new NetRequestEndpoints(Journal, Stubs).All,
        .. new NetScenarioEndpoints(Stubs).All,
        .. new NetServerEndpoints(Delay, Stubs.Files, _options.OptionAdvice).All,
    ];
}
