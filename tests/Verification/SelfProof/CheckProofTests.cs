using System.Collections.Concurrent;
using SocialContract.Verification.Results;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.SelfProof;

/// <summary>Faulty servers for the checks that do not come from a keyword: the run must name exactly the check.</summary>
public sealed class CheckProofTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_check_that_a_server_fails_is_named_and_no_other()
    {
        var (found, missed) = (new ConcurrentBag<string>(), new ConcurrentBag<string>());
        var options = new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = TestContext.Current.CancellationToken };
        await Parallel.ForEachAsync(CheckFaults.All, options, async (fault, _) =>
        {
            var report = await Verifying.ReferenceAsync(fault.Use);
            var broken = report.Checks.Where(check => check.Outcome is Outcome.Failed or Outcome.Question);
            var named = broken.Select(check => $"{check.Operation} {check.Id}").ToList();
            if (named is [var single] && single == fault.Check)
            {
                found.Add(fault.Check);
            }
            else
            {
                missed.Add($"{fault.Check}: named {string.Join(", ", named)}");
            }
        });

        output.WriteLine($"checks: {found.Count} faults found of {found.Count + missed.Count} made");
        missed.ShouldBeEmpty();
        SelfProofDocument.Check("checks", found.Count, []);
    }

    /// <summary>So that a new check needs a proof. Checks that are never exercised say why themselves.</summary>
    [Fact]
    public void There_is_a_fault_for_every_check_of_the_plan()
    {
        var checks = Verifying.ShippedPlanWithStates.Checks.Where(check => check.Rule is null && check.NotExercised.Length == 0);

        CheckFaults.All.Select(fault => fault.Check)
            .ShouldBe(checks.Select(check => $"{check.Key.Operation} {check.Key.Id}"), ignoreOrder: true);
    }
}
