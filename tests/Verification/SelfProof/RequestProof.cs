using SocialContract.Contract.Provenances;
using SocialContract.MockServer;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.SelfProof;

/// <summary>What became of switching off, one after the other, every rule that a plan's requests break.</summary>
/// <param name="Found">Rules whose fault was named, and nothing else.</param>
/// <param name="Missed">The others, with what was named.</param>
/// <param name="Unbreakable">Rules that no request breaks, each with the plan's reason.</param>
internal sealed record RequestProof(IReadOnlyList<string> Found, IReadOnlyList<string> Missed, IReadOnlyList<string> Unbreakable)
{
    public static async Task<RequestProof> MakeAsync(string document, VerificationPlan plan)
    {
        var (found, missed) = (new List<string>(), new List<string>());
        var requestRules = plan.Api.Operations.SelectMany(plan.Api.Rules.Requests).Select(use => use.Rule.Id).ToHashSet();
        var broken = plan.All.Where(testCase => testCase.Expectation == CaseExpectation.Refused)
            .SelectMany(testCase => testCase.Checks).Select(check => check.Id).ToHashSet();
        foreach (var rule in requestRules.Where(broken.Contains))
        {
            await using var mock = await MockHost.StartAsync(
                new MockOptions { Document = document, Reload = false, Tokens = ["TOKEN"], SwitchedOff = new HashSet<string> { rule } });
            var named = Verifying.Named(
                await Verifying.RunAsync(plan, mock.Url, with: options => options with { Gate = RuleSource.Assumed }));
            if (named is [var single] && single == rule)
            {
                found.Add(rule);
            }
            else
            {
                missed.Add($"{rule}: named {string.Join(", ", named)}");
            }
        }

        var unbroken = plan.Checks.Where(check => requestRules.Contains(check.Key.Id) && !broken.Contains(check.Key.Id));
        return new RequestProof(found, missed, [.. unbroken.Select(check => $"{check.Key.Id}: {check.NotExercised}").Distinct()]);
    }

    public override string ToString() =>
        $"requests: {Found.Count} faults found of {Found.Count + Missed.Count} made; no request breaks: {string.Join("; ", Unbreakable)}";
}
