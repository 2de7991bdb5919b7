using SocialContract.MockServer;
using SocialContract.Tests.Support;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Results;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.SelfProof;

/// <summary>The same proof on documents that others wrote: the OpenAPI Initiative's examples.</summary>
public sealed class ForeignDocumentsTests(ITestOutputHelper output)
{
    /// <summary>Files, with how many rules their requests can break.</summary>
    public static TheoryData<string, int> Documents => new()
    {
        { "v3.0/petstore.yaml", 12 },
        { "v3.0/petstore-expanded.yaml", 12 },
        { "v3.0/uspto.yaml", 5 },
        { "v3.0/link-example.yaml", 1 },
        { "v3.0/callback-example.yaml", 2 },
        { "v3.1/tictactoe.yaml", 9 },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task A_rule_that_is_switched_off_is_named_and_no_other(string file, int rules)
    {
        var path = PathOf(file);

        var proof = await RequestProof.MakeAsync(path, CasePlanner.Plan(Shipped.Load(path), PlanOptions.Default));

        output.WriteLine($"{file}: {proof}");
        proof.Missed.ShouldBeEmpty();
        proof.Found.Count.ShouldBe(rules);
        SelfProofDocument.Check($"requests of {Path.GetFileName(file)}", proof.Found.Count, []);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Their_mock_keeps_every_rule(string file, int rules)
    {
        _ = rules;
        var path = PathOf(file);
        await using var mock = await MockHost.StartAsync(
            new MockOptions { Document = path, Reload = false }, TestContext.Current.CancellationToken);

        var report = await Verifying.RunAsync(CasePlanner.Plan(Shipped.Load(path), PlanOptions.Default), mock.Url);

        Verifying.Named(report).ShouldBeEmpty();
        report.Verdict.ShouldBe(VerificationVerdict.Conforms);
    }

    private static string PathOf(string file) => Path.Combine(Oracle.OpenApiExamples.Require(), file);
}
