using Microsoft.AspNetCore.Mvc.Testing;
using SocialContract.ContractTests;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Tests.ContractTests;

/// <summary>A team's own application under the contract's tests, in the very lines that the README shows.</summary>
public sealed class OurServer : ContractServer
{
    private readonly WebApplicationFactory<Program> _application = new();

    protected override Task<ContractTarget> StartAsync()
    {
        _application.UseKestrel(0);
        _application.StartServer();
        return Task.FromResult(new ContractTarget(_application.ClientOptions.BaseAddress) { Token = "TOKEN" });
    }

    protected override ValueTask StopAsync() => _application.DisposeAsync();
}

public sealed class OurContract(OurServer server) : ContractVerification<OurServer>(server), IClassFixture<OurServer>
{
    private readonly OurServer _server = server;

    [Fact]
    public void A_server_that_shares_no_code_with_the_kit_conforms()
    {
        _server.Report.Verdict.ShouldBe(VerificationVerdict.Conforms);

        // It reads JSON only, which is a question, for the form encodings are assumed.
        _server.Report.Checks.Where(check => check.Outcome == Outcome.Question).Select(check => check.Id).Distinct()
            .ShouldBe(["check/media-type/application/x-www-form-urlencoded", "check/media-type/multipart/form-data"]);
        _server.Report.Count(Outcome.Blocked).ShouldBe(0);
    }
}
