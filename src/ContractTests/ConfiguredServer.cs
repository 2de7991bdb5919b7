using SocialContract.ReferenceImpl;
using SocialContract.Verification.Settings;

namespace SocialContract.ContractTests;

/// <summary>The server at <c>CONTRACT_URL</c>; if that is not set, the reference implementation on a free port.</summary>
public sealed class ConfiguredServer : ContractServer
{
    private ReferenceHost? _reference;

    protected override async Task<ContractTarget> StartAsync()
    {
        var environment = ContractEnvironment.Process;
        if (environment.Url is { } url)
        {
            if (environment.Faults(ContractDocument.Api) is [_, ..] faults)
            {
                throw new ContractSettingsException(string.Join(' ', faults));
            }

            return new ContractTarget(new Uri(url))
            {
                RoleTokens = environment.Tokens(ContractDocument.Api),
                ProviderStatesUrl = environment.ProviderStatesUrl is { } states ? new Uri(states) : null,
            };
        }

        _reference = await ReferenceHost.StartAsync(new ReferenceOptions { Document = ContractDocument.Path, ProviderStates = true });
        return new ContractTarget(_reference.Url)
        {
            RoleTokens = [.. ReferenceHost.DefaultUsers.Reverse()
                .Select(user => new KeyValuePair<string, string>(user.Role.ToString().ToLowerInvariant(), user.Token))],
            ProviderStatesUrl = new Uri(_reference.Url, "_contract/provider-states"),
        };
    }

    protected override async ValueTask StopAsync()
    {
        if (_reference is not null)
        {
            await _reference.DisposeAsync();
        }
    }
}
