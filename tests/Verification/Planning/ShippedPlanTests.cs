using System.Text;
using System.Text.Json.Nodes;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Planning;

/// <summary>The requests for the shipped document. What is expected here comes from the pages, not from the document.</summary>
public sealed class ShippedPlanTests
{
    private const string Pages = "createFacebookPages";
    private const string Accounts = "createInstagramAccounts";

    private static readonly VerificationPlan Plan = Verifying.ShippedPlan;

    [Theory]
    [InlineData(Accounts, "fb_token")]
    [InlineData(Accounts, "fb_uid")]
    [InlineData(Pages, "fb_token")]
    public void Each_wrong_type_of_a_string_is_a_request_of_its_own(string operation, string name)
    {
        var bad = Of(operation, $"FacebookAccount/{name}/type", CaseExpectation.Refused);

        bad.Select(testCase => Body(testCase)["facebook_account"]![name]?.GetValueKind().ToString() ?? "Null").Order()
            .ShouldBe(["Array", "Null", "Number", "Object", "True"]);
    }

    [Fact]
    public void The_body_is_sent_as_every_kind_but_an_object()
    {
        var bad = Of(Accounts, "CreateInstagramAccounts/type", CaseExpectation.Refused);

        bad.Select(testCase => Encoding.UTF8.GetString(testCase.Body.Span)).Order(StringComparer.Ordinal)
            .ShouldBe(["\"contract-kit\"", "123", "[\"contract-kit\"]", "null", "true"]);
    }

    [Fact]
    public void A_location_is_also_of_another_type_and_in_an_array()
    {
        var bad = Of(Accounts, "FacebookAccount/location/enum", CaseExpectation.Refused);

        bad.Select(testCase => Body(testCase)["facebook_account"]!["location"]!.ToJsonString()).ShouldBe(
            ["\"contract-kit\"", "\"WorkspaceSettingsPage\"", "2", "[\"workspaceSettingsPage\"]", "123"]);
    }

    [Fact]
    public void What_is_in_elements_is_wrong_in_every_way_and_at_both_ends()
    {
        var bad = Of(Pages, "FacebookPageToConnect/name/type", CaseExpectation.Refused);

        var wrong = bad.SelectMany(testCase => Body(testCase)["fb_pages"]!.AsArray().Index())
            .Select(page => (page.Index, Kind: page.Item!["name"]?.GetValueKind().ToString() ?? "Null"))
            .Where(page => page.Kind != "String")
            .ToList();
        wrong.Select(page => page.Kind).Order().ShouldBe(["Array", "Null", "Number", "Object", "True"]);
        wrong.Select(page => page.Index).Distinct().ShouldBe([0, 1]);
    }

    [Fact]
    public void Locations_are_all_accepted_and_a_wrong_case_is_refused()
    {
        string[] locations =
        [
            "guidedWalkthrough", "personalSettingsPage", "progressMeter", "signUpForm", "templateBranding", "workspaceSettingsPage",
        ];

        Of(Accounts, "FacebookAccount/location/enum", CaseExpectation.Accepted).Where(testCase => testCase.OnlyIfRefused is null)
            .Select(testCase => (string?)Body(testCase)["facebook_account"]!["location"])
                .OfType<string>().Distinct().Order(StringComparer.Ordinal).ShouldBe(locations);
        Of(Accounts, "FacebookAccount/location/enum", CaseExpectation.Refused)
            .Select(testCase => Body(testCase)["facebook_account"]!["location"]!.ToString()).ShouldContain("WorkspaceSettingsPage");
    }

    [Fact]
    public void An_element_is_wrong_at_the_first_and_at_a_later_place()
    {
        var bad = Of(Pages, "FacebookPageToConnect/required/name", CaseExpectation.Refused);

        bad.Select(testCase => Body(testCase)["fb_pages"]!.AsArray().Select(page => page!.AsObject().ContainsKey("name")))
            .ShouldBe([[false, true], [true, false]]);
    }

    [Fact]
    public void What_the_pages_leave_open_is_never_sent()
    {
        foreach (var testCase in Plan.All.Where(
            testCase => !testCase.Body.IsEmpty && testCase.Stage != Contract.Rules.ViolationKind.Syntax && IsJson(testCase)))
        {
            var text = Encoding.UTF8.GetString(testCase.Body.Span);
            text.ShouldNotContain("\"\"", customMessage: testCase.Id);
            text.ShouldNotContain("[]", customMessage: testCase.Id);
            text.ShouldNotContain("\"ig_accounts\":null", customMessage: testCase.Id);
            text.ShouldNotContain("\"location\":null", customMessage: testCase.Id);
            foreach (var word in (string[])["\"true\"", "\"false\"", "\"1\"", "\"0\""])
            {
                text.ShouldNotContain($"\"is_silhouette\":{word}", Case.Sensitive, testCase.Id);
            }
        }

        Plan.All.Where(testCase => testCase.Operation.Method == "DELETE").Select(testCase => testCase.Target.Split('/')[^1])
            .ShouldAllBe(id => id == "{createInstagramAccounts}" || id.All(letter => char.IsAsciiLetter(letter) || letter == '-'));
    }

    [Fact]
    public void Every_rule_that_a_request_can_break_has_a_good_and_a_bad_request_or_a_reason()
    {
        foreach (var rule in Shipped.Api.Operations.SelectMany(
            operation => Shipped.Api.Rules.Requests(operation).Select(use => new CheckKey(use.Rule.Id, operation.Id))).Distinct())
        {
            if (Plan.Checks.Single(check => check.Key == rule).NotExercised.Length == 0)
            {
                Of(rule.Operation, rule.Id, CaseExpectation.Accepted).ShouldNotBeEmpty();
                Of(rule.Operation, rule.Id, CaseExpectation.Refused).ShouldNotBeEmpty();
            }
        }

        Plan.Checks.Where(check => check.Rule is not null && check.NotExercised.Length > 0)
            .ShouldHaveSingleItem().NotExercised.ShouldStartWith("a path parameter cannot be left out");
    }

    [Fact]
    public void Credentials_are_wrong_in_five_ways()
    {
        Of(Pages, $"{Pages}/security", CaseExpectation.Refused)
            .Select(testCase =>
                testCase.Headers.Where(header => header.Key is "Authentication" or "Authorization")
                    .Select(header => $"{header.Key}: {header.Value}")
                    .SingleOrDefault())
            .ShouldBe(
                [
                    null, "Authentication: ", "Authentication: Bearer contract-kit-unknown-token", "Authentication: Basic $CONTRACT_TOKEN",
                    "Authorization: Bearer $CONTRACT_TOKEN",
                ]);
    }

    [Fact]
    public void No_two_requests_connect_the_same_account()
    {
        var ids = Plan.All.Where(testCase => testCase.Expectation == CaseExpectation.Accepted && IsJson(testCase)
            && testCase.Operation.Id == Accounts)
            .SelectMany(testCase => Body(testCase)["ig_accounts"]?.AsArray().Select(account => (string)account!["id"]!) ?? []).ToList();

        ids.ShouldBeUnique();
        ids.ShouldAllBe(id => id.StartsWith("contract-kit-"));
    }

    [Fact]
    public void There_are_at_most_three_requests_for_each_rule_on_average()
    {
        Plan.All.Count().ShouldBeLessThanOrEqualTo(3 * Plan.Checks.Count);
    }

    [Fact]
    public void The_same_document_and_seed_give_the_same_bytes()
    {
        var again = CasePlanner.Plan(Shipped.Load(Shipped.Path), PlanOptions.Default);

        again.Hash.ShouldBe(Plan.Hash);
        again.All.Select(testCase => Convert.ToHexString(testCase.ToBytes()))
            .ShouldBe(Plan.All.Select(testCase => Convert.ToHexString(testCase.ToBytes())));
        CasePlanner.Plan(Shipped.Api, new PlanOptions { Seed = 1 }).Hash.ShouldNotBe(Plan.Hash);
    }

    [Fact]
    public void Only_what_is_asked_for_is_sent_and_the_rest_says_so()
    {
        var some = CasePlanner.Plan(Shipped.Api, new PlanOptions { Only = ["createFacebookPages/FacebookPageToConnect/*"] });

        some.Cases.ShouldAllBe(testCase => testCase.Checks.Any(check => check.Id.StartsWith("FacebookPageToConnect/")));
        some.Sequences.ShouldBeEmpty();
        some.Checks.Single(check => check.Key == new CheckKey("FacebookAccount/type", Pages)).NotExercised.ShouldBe("not selected");
    }

    private static List<ContractCase> Of(string operation, string rule, CaseExpectation expectation) =>
        [.. Plan.All.Where(testCase => testCase.Expectation == expectation && testCase.Checks.Contains(new CheckKey(rule, operation)))];

    private static bool IsJson(ContractCase testCase) =>
        testCase.Headers.Any(header => header is { Key: "Content-Type", Value: "application/json" });

    private static JsonNode Body(ContractCase testCase) => JsonNode.Parse(testCase.Body.Span)!;
}
