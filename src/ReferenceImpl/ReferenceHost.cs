using Microsoft.AspNetCore.Builder;
using SocialContract.Contract;
using SocialContract.Contract.AspNetCore;
using SocialContract.Contract.Reading;
using SocialContract.ReferenceImpl.ProviderStates;
using SocialContract.ReferenceImpl.Serving;
using SocialContract.ReferenceImpl.Users;

namespace SocialContract.ReferenceImpl;

/// <summary>A reference server that is running: <c>await using var server = await ReferenceHost.StartAsync("openapi.yaml");</c>, then requests to <see cref="Url"/>.</summary>
public sealed class ReferenceHost : IAsyncDisposable
{
    private readonly WebApplication _web;

    private ReferenceHost(WebApplication web) => (_web, Url) = (web, new Uri(web.Urls.First()));

    /// <summary>Where it listens, e.g. <c>http://127.0.0.1:40123/</c>.</summary>
    public Uri Url { get; }

    /// <summary>The user whom each role has where <see cref="ReferenceOptions.Users"/> names nobody for it.</summary>
    public static IReadOnlyList<RegisteredUser> DefaultUsers { get; } = [.. Enum.GetValues<Role>().Select(UserDirectory.Default)];

    /// <summary>Where provider states are set up, if <see cref="ReferenceOptions.ProviderStates"/> allows it.</summary>
    public static string ProviderStatesPath => ProviderStatesEndpoint.Path;

    /// <summary>Starts on a free port of the loopback interface, with a temporary database and provider states: for tests.</summary>
    /// <exception cref="DocumentRejectedException">The document cannot be understood.</exception>
    public static Task<ReferenceHost> StartAsync(string document, CancellationToken cancellationToken = default) =>
        StartAsync(new ReferenceOptions { Document = document, ProviderStates = true }, cancellationToken);

    /// <exception cref="DocumentRejectedException">The document cannot be understood.</exception>
    /// <exception cref="DatabaseUnavailableException">The database file cannot be used.</exception>
    /// <exception cref="AddressUnavailableException">The address is taken, not this machine's, or not allowed.</exception>
    /// <exception cref="TokenTakenException">Two users have the same token.</exception>
    public static Task<ReferenceHost> StartAsync(ReferenceOptions options, CancellationToken cancellationToken = default) =>
        ContractLoader.Load(options.Document).Match(
            api => StartAsync(api, options, cancellationToken),
            diagnostics => throw new DocumentRejectedException(diagnostics));

    /// <summary>Starts with a description that was loaded before, from <see cref="ReferenceOptions.Document"/>.</summary>
    public static async Task<ReferenceHost> StartAsync(ContractDescription contract, ReferenceOptions options, CancellationToken cancellationToken = default)
    {
        var web = ReferenceApplication.Build(contract, options);
        await KestrelServer.StartAsync(web, options.Host, options.Port, cancellationToken);
        return new ReferenceHost(web);
    }

    public async ValueTask DisposeAsync()
    {
        await _web.StopAsync();
        await _web.DisposeAsync();
    }
}
