using Microsoft.AspNetCore.Builder;
using SocialContract.Contract;
using SocialContract.Contract.AspNetCore;
using SocialContract.Contract.Reading;
using SocialContract.MockServer.Reloading;
using SocialContract.MockServer.Serving;

namespace SocialContract.MockServer;

/// <summary>
/// A mock server that is running: <c>await using var mock = await MockHost.StartAsync("openapi.yaml");</c>, then requests to <see cref="Url"/>.
/// </summary>
public sealed class MockHost : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly MockApplication _application;
    private readonly ContractReloader? _reloader;

    private MockHost(WebApplication web, MockApplication application, ContractReloader? reloader)
    {
        (_web, _application, _reloader) = (web, application, reloader);
        Url = new Uri(web.Urls.First());
    }

    /// <summary>Where it listens, e.g. <c>http://127.0.0.1:40123/</c>.</summary>
    public Uri Url { get; }

    /// <summary>The description that is served now; another one after a reload.</summary>
    public ContractDescription Api => _application.Contract.Api;

    /// <summary>Starts on a free port of the loopback interface.</summary>
    /// <exception cref="DocumentRejectedException">The document cannot be understood.</exception>
    public static Task<MockHost> StartAsync(string document, CancellationToken cancellationToken = default) =>
        StartAsync(new MockOptions { Document = document }, cancellationToken);

    /// <exception cref="DocumentRejectedException">The document cannot be understood.</exception>
    /// <exception cref="AddressUnavailableException">The address is taken, not this machine's, or not allowed.</exception>
    public static Task<MockHost> StartAsync(MockOptions options, CancellationToken cancellationToken = default) =>
        ContractLoader.Load(options.Document, LoadOptionsOf(options)).Match(
            api => StartAsync(api, options, cancellationToken),
            diagnostics => throw new DocumentRejectedException(diagnostics));

    /// <summary>Starts with a description that was loaded before, from <see cref="MockOptions.Document"/>.</summary>
    public static async Task<MockHost> StartAsync(ContractDescription api, MockOptions options, CancellationToken cancellationToken = default)
    {
        var application = new MockApplication(ServedContract.Of(api, options), options);
        var builder = KestrelServer.CreateBuilder(options.Host, options.Port);
        var web = builder.Build();
        web.Run(application.HandleAsync);
        await KestrelServer.StartAsync(web, options.Host, options.Port, cancellationToken);

        application.Contract.WarmUp();
        var reloader = options.Reload ? new ContractReloader(application, options) : null;
        return new MockHost(web, application, reloader);
    }

    public async ValueTask DisposeAsync()
    {
        if (_reloader is not null)
        {
            await _reloader.DisposeAsync();
        }

        await _web.StopAsync();
        await _web.DisposeAsync();
    }

    /// <summary>How the document of those options is loaded.</summary>
    public static LoadOptions LoadOptionsOf(MockOptions options) => new() { SwitchedOff = options.SwitchedOff };
}
