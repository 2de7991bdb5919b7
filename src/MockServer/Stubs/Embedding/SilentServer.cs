using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace SocialContract.MockServer.Stubs.Embedding;

/// <summary>
/// The web server of the embedded WireMock: it has an address, the mock's own, and never listens. The mock's Kestrel receives the requests.
/// </summary>
internal sealed class SilentServer : IServer
{
    public SilentServer(Uri url)
    {
        var addresses = new ServerAddressesFeature();
        addresses.Addresses.Add(url.GetLeftPart(UriPartial.Authority));
        Features.Set<IServerAddressesFeature>(addresses);
    }

    public IFeatureCollection Features { get; } = new FeatureCollection();

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
    }

    /// <summary>
    /// Replaces the web server that WireMock's host takes. The host asks for the factory after it has chosen Kestrel, so what the factory
    /// adds counts.
    /// </summary>
    internal sealed class Factory(Uri url) : IServiceProviderFactory<IServiceCollection>
    {
        public IServiceCollection CreateBuilder(IServiceCollection services) => services;

        public IServiceProvider CreateServiceProvider(IServiceCollection containerBuilder) =>
            containerBuilder.AddSingleton<IServer>(new SilentServer(url)).BuildServiceProvider();
    }
}
