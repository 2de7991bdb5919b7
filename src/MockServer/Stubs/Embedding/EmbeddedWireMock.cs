using Microsoft.Extensions.DependencyInjection;
using WireMock;
using WireMock.Admin.Mappings;
using WireMock.Handlers;
using WireMock.Logging;
using WireMock.Matchers.Request;
using WireMock.RequestBuilders;
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
    private int _version;

    internal EmbeddedWireMock(Uri url, IScenarioStateStore scenarios, IFileSystemHandler files, IWireMockLogger logger)
        : base(SettingsOf(url, scenarios, files, logger))
    {
    }

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
        Changed();
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
