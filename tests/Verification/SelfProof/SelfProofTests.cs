using System.Collections.Concurrent;
using System.Globalization;
using SocialContract.Contract.Provenances;
using SocialContract.MockServer;
using SocialContract.Verification.Results;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.SelfProof;

/// <summary>Faulty servers, one for each rule: the run must name that rule and no other.</summary>
public sealed class SelfProofTests(ITestOutputHelper output)
{
    [Fact]
    public async Task The_reference_implementation_keeps_every_rule()
    {
        var report = await Verifying.ReferenceAsync(gate: RuleSource.Shown);

        report.Verdict.ShouldBe(VerificationVerdict.Conforms);
        Verifying.Named(report).ShouldBeEmpty();
        report.Count(Outcome.Blocked).ShouldBe(0);
        report.Count(Outcome.Undocumented).ShouldBe(0);
    }

    [Fact]
    public async Task The_mock_keeps_every_rule()
    {
        await using var mock = await MockHost.StartAsync(
            new MockOptions { Document = Shipped.Path, Reload = false }, TestContext.Current.CancellationToken);

        var report = await Verifying.RunAsync(Verifying.ShippedPlan, mock.Url);

        report.Verdict.ShouldBe(VerificationVerdict.Conforms);
        Verifying.Named(report).ShouldBeEmpty();
        report.Count(Outcome.Blocked).ShouldBe(0);
    }

    /// <summary>Every rule that a request of the shipped document can break, switched off in the mock.</summary>
    [Fact]
    public async Task A_rule_that_is_switched_off_is_named_and_no_other()
    {
        var proof = await RequestProof.MakeAsync(Shipped.Path, Verifying.ShippedPlan);

        output.WriteLine(proof.ToString());
        proof.Missed.ShouldBeEmpty();
        proof.Found.Count.ShouldBe(40);
        SelfProofDocument.Check("requests", proof.Found.Count, [.. proof.Unbreakable]);
    }

    /// <summary>Every rule that a response of the shipped document can break, broken in the reference implementation's responses.</summary>
    [Fact]
    public async Task A_rule_that_responses_break_is_named_and_no_other()
    {
        var rules = Shipped.Api.Operations.SelectMany(Shipped.Api.Rules.Responses)
            .Select(use => use.Rule).DistinctBy(rule => rule.Id).ToList();
        var (found, missed, unbreakable) = (new ConcurrentBag<string>(), new ConcurrentBag<string>(), new ConcurrentBag<string>());
        await Parallel.ForEachAsync(
            rules, new ParallelOptions
            {
                MaxDegreeOfParallelism = 2,
                CancellationToken = TestContext.Current.CancellationToken,
            }, async (rule, _) =>
        {
            var fault = new ResponseFault(Shipped.Api, rule);
            var report = await Verifying.ReferenceAsync(fault.Use);

            // A shown example is surer than an assumed rule: it reports a response of another form too.
            var named = Verifying.Named(report)
                .Where(id => rule.Source != RuleSource.Assumed || !id.StartsWith("check/example/", StringComparison.Ordinal)).ToList();
            if (fault.Made == 0)
            {
                // Nothing was in the way of a response that could have been broken.
                report.Checks.Where(check => check.Outcome == Outcome.Blocked)
                    .Select(check => $"{check.Id}: {check.Reason}").ShouldBeEmpty(customMessage: rule.Id);
                unbreakable.Add(rule.Id);
            }
            else if (named is [var single] && single == rule.Id)
            {
                found.Add(rule.Id);
            }
            else
            {
                missed.Add($"{rule.Id}: named {string.Join(", ", named)}");
            }
        });

        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"responses: {found.Count} faults found of {found.Count + missed.Count} made; no response has what these apply to: "
                + $"{string.Join(", ", unbreakable.Order(StringComparer.Ordinal))}"));
        missed.ShouldBeEmpty();
        SelfProofDocument.Check("responses", found.Count, [.. unbreakable]);
    }
}
