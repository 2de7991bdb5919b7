using Microsoft.Extensions.DependencyInjection;
using SocialContract.MockServer.Stubs.Mappings;
using WireMock;
using WireMock.Admin.Mappings;
using WireMock.Handlers;
using WireMock.Logging;
using WireMock.Matchers;
using WireMock.Matchers.Request;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Settings;

namespace SocialContract.MockServer.Stubs.Embedding;

/// <summary>
/// WireMock.Net's server without a socket: it keeps the stubs and the states of scenarios, and the mock responds with them, at the mock's
/// own address. <see cref="WireMockServer.Stop"/> does not stop the mock; dispose of the <see cref="MockHost"/>.
/// </summary>
/// <remarks>
/// Members that change stubs count a new version, so that the next request sees the change. They hide those of the base class; changes made
/// through a variable of that type are seen a little later (<see cref="StubTable"/>).
/// </remarks>
public sealed class EmbeddedWireMock : WireMockServer, IWireMockServer
{
    private readonly Func<IReadOnlyList<ILogEntry>> _entries;
    private readonly Action _clear;
    private int _version;

    /// <param name="entries">The mock's journal.</param>
    /// <param name="clear">Empties the journal.</param>
    internal EmbeddedWireMock(
        Uri url,
        IScenarioStateStore scenarios,
        IFileSystemHandler files,
        IWireMockLogger logger,
        Func<IReadOnlyList<ILogEntry>> entries,
        Action clear)
        : base(SettingsOf(url, scenarios, files, logger)) => (_entries, _clear) = (entries, clear);

    /// <summary>Called when stubs were changed by a member of this class, with the stub that is new, if there is one.</summary>
    internal Action<IMapping?> Registered { get; set; } = _ => { };

    /// <summary>Changes whenever stubs were changed by a member of this class.</summary>
    internal int Version => Volatile.Read(ref _version);

    /// <inheritdoc cref="WireMockServer.Given(IRequestMatcher, bool)"/>
    public new IRespondWithAProvider Given(IRequestMatcher requestMatcher, bool saveToFile = false) =>
        TrackedStub.Of(base.Given(requestMatcher, saveToFile), Changed);

    /// <inheritdoc cref="WireMockServer.WhenRequest(Action{IRequestBuilder}, bool)"/>
    public new IRespondWithAProvider WhenRequest(Action<IRequestBuilder> action, bool saveToFile = false) =>
        TrackedStub.Of(base.WhenRequest(action, saveToFile), Changed);

    /// <summary>
    /// Registers a stub in Java WireMock's form: path, method and status, for those who list or remove it; the mock matches and responds.
    /// </summary>
    internal void Register(StubMapping stub)
    {
        var request = Request.Create();
        if (stub.Request.ExactPath is { } path)
        {
            request.WithPath(new ExactMatcher(path));
        }

        if (stub.Request.Method is { Negated: false, Names: [_, ..] names })
        {
            request.UsingMethod([.. names]);
        }

        base.Given(request).WithGuid(stub.Id!.Value).AtPriority(stub.Priority).WithTitle(stub.Name ?? "")
            .RespondWith(Response.Create().WithStatusCode(stub.Response.Status));
        Changed(stub.Id);
    }

    /// <summary>Registers a stub in WireMock.Net's own form.</summary>
    internal void Register(MappingModel stub)
    {
        base.WithMapping(stub);
        Changed(stub.Guid);
    }

    /// <inheritdoc cref="WireMockServer.WithMapping(MappingModel[])"/>
    public new IWireMockServer WithMapping(params MappingModel[] mappings)
    {
        base.WithMapping(mappings);
        Changed();
        return this;
    }

    /// <inheritdoc cref="WireMockServer.WithMapping(string)"/>
    public new IWireMockServer WithMapping(string mappings)
    {
        base.WithMapping(mappings);
        Changed();
        return this;
    }

    /// <inheritdoc cref="WireMockServer.DeleteMapping(Guid)"/>
    public new bool DeleteMapping(Guid guid)
    {
        var isDeleted = base.DeleteMapping(guid);
        Changed();
        return isDeleted;
    }

    /// <inheritdoc cref="WireMockServer.ResetMappings"/>
    public new void ResetMappings()
    {
        base.ResetMappings();
        Changed();
    }

    /// <inheritdoc cref="WireMockServer.Reset"/>
    public new void Reset()
    {
        base.Reset();
        _clear();
        Changed();
    }

    /// <summary>
    /// The requests of the mock, the oldest first, those that the contract responded to included: the journal, without secrets.
    /// </summary>
    public new IReadOnlyList<ILogEntry> LogEntries => _entries();

    /// <summary>The requests that a matcher accepts, of <see cref="LogEntries"/>.</summary>
    public new IReadOnlyList<ILogEntry> FindLogEntries(params IRequestMatcher[] matchers) =>
    [
        .. LogEntries.Where(
            entry => entry.RequestMessage is { } request && Array.TrueForAll(matchers, matcher => IsMatch(matcher, request))),
    ];

    /// <summary>The requests that neither a stub nor the document knows.</summary>
    public new IReadOnlyList<ILogEntry> FindUnmatchedLogEntries() =>
        [.. LogEntries.Where(entry => entry.RequestMatchResult is not { IsPerfectMatch: true })];

    /// <summary>Empties the mock's journal.</summary>
    public new void ResetLogEntries() => _clear();

    private static bool IsMatch(IRequestMatcher matcher, IRequestMessage request)
    {
        var result = new RequestMatchResult();
        matcher.GetMatchingScore(request, result);
        return result.IsPerfectMatch;
    }

    private void Changed() => Changed(null);

    private void Changed(Guid? stub)
    {
        Interlocked.Increment(ref _version);
        Registered(stub is { } guid ? Mappings.FirstOrDefault(mapping => mapping.Guid == guid) : null);
    }

    private static WireMockServerSettings SettingsOf(
        Uri url, IScenarioStateStore scenarios, IFileSystemHandler files, IWireMockLogger logger) => new()
    {
        Urls = [url.GetLeftPart(UriPartial.Authority)],
        ScenarioStateStore = scenarios,
        FileSystemHandler = files,
        Logger = logger,
        AllowBodyForAllHttpMethods = true,
        AllowPartialMapping = false,
        UseRegexExtended = false,
        SaveUnmatchedRequests = false,
        MaxRequestLogCount = 0,
        AdditionalServiceRegistration = services =>
            services.AddSingleton<IServiceProviderFactory<IServiceCollection>>(new SilentServer.Factory(url)),
    };
}
