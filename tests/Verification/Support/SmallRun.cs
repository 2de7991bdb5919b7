using Microsoft.AspNetCore.Http;
using SocialContract.Contract;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Results;
using SocialContract.Verification.Running;
using SocialContract.Verification.Settings;

namespace SocialContract.Verification.Tests.Support;

/// <summary>Runs of documents of a few lines against servers of a few lines, with the credentials that a run has.</summary>
internal static class SmallRun
{
    public static RunOptions WithToken(string token) => new() { Url = new Uri("http://unused"), Tokens = [new("", token)] };

    /// <param name="paths">The paths of the document, and what else it has at its root.</param>
    public static ContractDescription Api(string paths) =>
        Shipped.LoadText($"openapi: 3.0.3\ninfo: {{ title: Things, version: '1' }}\n{paths}");

    /// <param name="options">Null: with a token.</param>
    public static async Task<VerificationReport> RunAsync(string paths, RequestDelegate respond, RunOptions? options = null)
    {
        await using var server = await Server.StartAsync(respond);
        options ??= WithToken("TOKEN");
        var plan = CasePlanner.Plan(Api(paths), new PlanOptions
        {
            Given = GivenCredentials.Of(options.Tokens, options.Basic, options.ApiKeys),
        });
        return await VerificationRunner.RunAsync(plan, options with { Url = server.Url }, TestContext.Current.CancellationToken);
    }
}
