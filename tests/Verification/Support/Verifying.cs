using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SocialContract.Contract.Provenances;
using SocialContract.ReferenceImpl;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Results;
using SocialContract.Verification.Running;
using SocialContract.Verification.Settings;

namespace SocialContract.Verification.Tests.Support;

/// <summary>Runs of the shipped document's plan, and of others.</summary>
internal static class Verifying
{
    private static readonly KeyValuePair<string, string>[] ReferenceTokens =
        [.. ReferenceHost.DefaultUsers.Reverse()
            .Select(user => new KeyValuePair<string, string>(user.Role.ToString().ToLowerInvariant(), user.Token))];

    public static VerificationPlan ShippedPlan { get; } = CasePlanner.Plan(Shipped.Api, PlanOptions.Default);

    public static VerificationPlan ShippedPlanWithStates { get; } =
        CasePlanner.Plan(Shipped.Api, new PlanOptions { HasProviderStates = true });

    /// <param name="document">YAML.</param>
    public static VerificationPlan PlanOf(string document, params string[] only) =>
        CasePlanner.Plan(Shipped.LoadText(document), PlanOptions.Default with { Only = only });

    /// <summary>Against the reference implementation, with something of it changed.</summary>
    public static async Task<VerificationReport> ReferenceAsync(
        Action<IApplicationBuilder>? middleware = null, RuleSource gate = RuleSource.Assumed, bool states = true)
    {
        await using var server = await ReferenceHost.StartAsync(
            new ReferenceOptions { Document = Shipped.Path, ProviderStates = true, Middleware = middleware });
        var options = new RunOptions
        {
            Url = server.Url,
            Tokens = ReferenceTokens,
            ProviderStatesUrl = states ? new Uri(server.Url, "_contract/provider-states") : null,
            Gate = gate,
        };
        var plan = states ? ShippedPlanWithStates : ShippedPlan;
        return await VerificationRunner.RunAsync(plan, options, TestContext.Current.CancellationToken);
    }

    public static async Task<VerificationReport> RunAsync(
        VerificationPlan plan, Uri url, string token = "TOKEN", Func<RunOptions, RunOptions>? with = null)
    {
        var options = new RunOptions { Url = url, Tokens = [new("", token)] };
        return await VerificationRunner.RunAsync(plan, with?.Invoke(options) ?? options, TestContext.Current.CancellationToken);
    }

    /// <summary>Against a server of a few lines, which is stopped afterwards.</summary>
    public static async Task<VerificationReport> RunAsync(VerificationPlan plan, RequestDelegate respond)
    {
        await using var server = await Server.StartAsync(respond);
        return await RunAsync(plan, server.Url);
    }

    /// <summary>The ids of the checks that are not met, whether they gate or not.</summary>
    public static IReadOnlyList<string> Named(VerificationReport report) =>
        [.. report.Checks.Where(check => check.Outcome is Outcome.Failed or Outcome.Question)
            .Select(check => check.Id).Distinct().Order(StringComparer.Ordinal)];

    public static CheckResult Result(this VerificationReport report, string operation, string id) =>
        report.Checks.Single(check => check.Operation == operation && check.Id == id);
}
