using Microsoft.AspNetCore.Builder;
using SocialContract.Contract;
using SocialContract.Contract.AspNetCore.Hosting;
using SocialContract.Contract.Reading;
using SocialContract.ReferenceImpl.ProviderStates;
using SocialContract.ReferenceImpl.Storage;
using SocialContract.ReferenceImpl.Users;

namespace SocialContract.ReferenceImpl;

/// <summary>
/// A running reference server: <c>await using var server = await ReferenceHost.StartAsync("openapi.yaml");</c>, then requests to
/// <see cref="Url"/>.
/// </summary>
public sealed class ReferenceHost : IAsyncDisposable
{
    private readonly WebApplication _web;

    private ReferenceHost(WebApplication web) => (_web, Url) = (web, new Uri(web.Urls.First()));

    /// <summary>The base URL, e.g. <c>http://127.0.0.1:40123/</c>.</summary>
    public Uri Url { get; }

    /// <summary>The user of each role for which <see cref="ReferenceOptions.Users"/> has none.</summary>
    public static IReadOnlyList<RegisteredUser> DefaultUsers { get; } = [.. Enum.GetValues<Role>().Select(UserDirectory.Default)];

    /// <summary>The path at which provider states are set up, if <see cref="ReferenceOptions.ProviderStates"/> is set.</summary>
    public static string ProviderStatesPath => ProviderStatesEndpoint.Path;

    /// <summary>For tests: starts on a free port of the loopback interface, with a temporary database and with provider states.</summary>
    /// <exception cref="DocumentRejectedException">The document cannot be understood.</exception>
    public static Task<ReferenceHost> StartAsync(string document, CancellationToken cancellationToken = default) =>
        StartAsync(new ReferenceOptions { Document = document, ProviderStates = true }, cancellationToken);

    /// <exception cref="DocumentRejectedException">The document cannot be understood.</exception>
    /// <exception cref="DatabaseUnavailableException">The database file cannot be used.</exception>
    /// <exception cref="AddressUnavailableException">
    /// The address is in use, does not belong to this machine, or may not be used.
    /// </exception>
    /// <exception cref="TokenTakenException">Two users have the same token.</exception>
    public static Task<ReferenceHost> StartAsync(ReferenceOptions options, CancellationToken cancellationToken = default) =>
        ContractLoader.Load(options.Document).Match(
            api => StartAsync(api, options, cancellationToken),
            diagnostics => throw new DocumentRejectedException(diagnostics));

    /// <summary>Starts with a description that is already loaded; <see cref="ReferenceOptions.Document"/> is not read.</summary>
    public static async Task<ReferenceHost> StartAsync(
        ContractDescription contract, ReferenceOptions options, CancellationToken cancellationToken = default)
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
