using System.Globalization;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Planning;

/// <summary>The list that <c>plan</c> prints.</summary>
public sealed class PlanListingTests
{
    private static readonly string[] Lines = Listed(Verifying.ShippedPlan);

    [Fact]
    public void The_last_line_counts_requests_and_checks_and_holds_the_hash()
    {
        var (requests, checks) = (Verifying.ShippedPlan.All.Count(), Verifying.ShippedPlan.Checks.Count);

        Lines[^1].ShouldBe(string.Create(
            CultureInfo.InvariantCulture,
            $"{requests} requests (13 of them only where a case of several boundary values is refused) for {checks} checks, "
            + $"{(double)requests / checks:0.0} for each; "
            + $"sha256 {Verifying.ShippedPlan.Hash}"));
    }

    [Fact]
    public void A_single_request_is_counted_in_the_singular() =>
        Listed(CasePlanner.Plan(Shipped.Api, new PlanOptions { Only = ["createFacebookPages/check/plain-request"] }))[^1]
            .ShouldStartWith("1 request (0 of them only where a case of several boundary values is refused) for 1 check, 1.0 for each; ");

    [Fact]
    public void What_is_left_out_is_counted_by_operation_and_not_listed()
    {
        var lines = Listed(CasePlanner.Plan(Notes.Api, new PlanOptions { Only = ["readNote/check/plain-request"] }));
        var leftOut = Notes.Plan.Checks.ToLookup(check => check.Operation.Id);

        lines.ShouldContain($"not selected: {leftOut["createNote"].Count()} checks of createNote");
        lines.ShouldContain($"not selected: {leftOut["readNote"].Count() - 1} checks of readNote");
        lines.Where(line => line.StartsWith("  check/", StringComparison.Ordinal)).ShouldHaveSingleItem()
            .ShouldStartWith("  check/plain-request  ");
    }

    [Fact]
    public void Every_request_is_listed_once_with_its_target()
    {
        foreach (var testCase in Verifying.ShippedPlan.All)
        {
            Lines.ShouldContain(line => line.Contains($"  {testCase.Id}: ", StringComparison.Ordinal));
        }

        Lines.Count(line => line.TrimStart()
            .Split(' ')[0] is "GET" or "POST" or "DELETE" && line.StartsWith("     ", StringComparison.Ordinal))
            .ShouldBe(Verifying.ShippedPlan.All.Count());
    }

    [Fact]
    public void An_effect_that_no_operation_shows_is_listed_with_its_reason() =>
        Lines.ShouldContain("    not exercised: the document has no operation that shows what createFacebookPages did");

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("ab")]
    [InlineData("abc")]
    public void Long_values_are_cut_between_characters(string prefix)
    {
        var text = prefix + string.Concat(Enumerable.Repeat("漢", 70));
        var api = Shipped.LoadText($$"""
            openapi: 3.1.1
            info: { title: Notes, version: '1' }
            paths:
              /notes:
                post:
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema: { type: object, properties: { note: { type: object, enum: [ { text: '{{text}}' } ] } } }
                        example: { note: { text: '{{text}}' } }
                  responses: { '201': { description: Created. } }
            """);

        var lines = Listed(CasePlanner.Plan(api, new PlanOptions()));

        lines.ShouldContain(line => line.Contains("漢… (", StringComparison.Ordinal));
        lines.ShouldAllBe(line => !line.Contains('\uFFFD'));
    }

    private static string[] Listed(VerificationPlan plan)
    {
        using var output = new StringWriter();
        PlanListing.Write(plan, output);
        return output.ToString().TrimEnd('\n').Split('\n');
    }
}
