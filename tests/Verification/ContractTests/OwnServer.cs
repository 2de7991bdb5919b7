using SocialApi.ContractTests;
using SocialApi.MockServer;
using SocialApi.Verification.Tests.Support;

namespace SocialApi.Verification.Tests.ContractTests;

/// <summary>A team's own server under the contract's tests, in as few lines as the README shows; here it is a mock.</summary>
public sealed class OwnServer : ContractServer
{
    private MockHost? _mock;

    protected override async Task<ContractTarget> StartAsync()
    {
        _mock = await MockHost.StartAsync(Shipped.Path);
        return new ContractTarget(_mock.Url) { Token = "TOKEN" };
    }

    protected override ValueTask StopAsync() => _mock!.DisposeAsync();
}

public sealed class OwnServerTests(OwnServer server) : ContractVerification<OwnServer>(server), IClassFixture<OwnServer>;
