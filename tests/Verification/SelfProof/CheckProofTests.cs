using System.Collections.Concurrent;
using SocialContract.Verification.Results;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.SelfProof;

/// <summary>Faulty servers for what is no rule of a keyword: the run must name exactly the row that asks for it.</summary>
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
            var broken = report.Rules.Where(row => row.Outcome is Outcome.Failed or Outcome.Question);
            var named = broken.Select(row => $"{row.Operation} {row.Id}").ToList();
            if (named is [var one] && one == fault.Row)
            {
                found.Add(fault.Row);
            }
            else
            {
                missed.Add($"{fault.Row}: named {string.Join(", ", named)}");
            }
        });

        output.WriteLine($"checks: {found.Count} faults found of {found.Count + missed.Count} made");
        missed.ShouldBeEmpty();
        SelfProofDocument.Check("checks", found.Count, []);
    }

    /// <summary>So that a new check needs a proof. Rows that are never exercised say why themselves.</summary>
    [Fact]
    public void There_is_a_fault_for_every_check_of_the_plan()
    {
        var checks = Verifying.ShippedPlanWithStates.Rows.Where(row => row.Rule is null && row.NotExercised.Length == 0);

        CheckFaults.All.Select(fault => fault.Row).ShouldBe(checks.Select(row => $"{row.Key.Operation} {row.Key.Id}"), ignoreOrder: true);
    }
}
