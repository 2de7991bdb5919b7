using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SocialApi.Contract.Model;
using SocialApi.Contract.Reading;
using SocialApi.MockServer.Reloading;
using SocialApi.MockServer.Serving;

namespace SocialApi.MockServer;

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
    public static Task<MockHost> StartAsync(string document, CancellationToken cancelled = default) =>
        StartAsync(new MockOptions { Document = document }, cancelled);

    /// <exception cref="DocumentRejectedException">The document cannot be understood.</exception>
    /// <exception cref="AddressUnavailableException">The address is taken, not this machine's, or not allowed.</exception>
    public static Task<MockHost> StartAsync(MockOptions options, CancellationToken cancelled = default) =>
        ContractLoader.Load(options.Document, LoadOptionsOf(options)) switch
        {
            LoadResult.Loaded loaded => StartAsync(loaded.Api, options, cancelled),
            LoadResult.Rejected rejected => throw new DocumentRejectedException(rejected.Diagnostics),
            _ => throw new InvalidOperationException("A document is loaded or rejected."),
        };

    /// <summary>Starts with a description that was loaded before, from <see cref="MockOptions.Document"/>.</summary>
    public static async Task<MockHost> StartAsync(ContractDescription api, MockOptions options, CancellationToken cancelled = default)
    {
        var application = new MockApplication(ServedContract.Of(api, options), options);
        var web = Build(options, application);
        try
        {
            await web.StartAsync(cancelled);
        }
        catch (IOException taken)
        {
            await web.DisposeAsync();
            throw new AddressUnavailableException(options.Host, options.Port, taken);
        }
        catch (System.Net.Sockets.SocketException refused)
        {
            await web.DisposeAsync();
            throw new AddressUnavailableException(options.Host, options.Port, refused);
        }

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

    private static WebApplication Build(MockOptions options, MockApplication application)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // The body's limit is the mock's own, so that it answers in its own words.
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(new IPEndPoint(AddressOf(options.Host), options.Port), listen => listen.Protocols = HttpProtocols.Http1);
        });
        builder.WebHost.UseShutdownTimeout(TimeSpan.FromSeconds(5));
        // Signals are the process's business: a test that starts a mock keeps its own Ctrl-C.
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();

        var web = builder.Build();
        web.Run(application.HandleAsync);
        return web;
    }

    private static IPAddress AddressOf(string host) => host switch
    {
        "localhost" => IPAddress.Loopback,
        "*" => IPAddress.Any,
        _ => IPAddress.TryParse(host.Trim('[', ']'), out var address) ? address : throw new AddressUnavailableException(host),
    };

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
