using SocialContract.Contract.Provenances;
using SocialContract.ReferenceImpl;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Results;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Running;

/// <summary>Servers as they really are: nothing documented may be held against one that conforms, and of others what they break.</summary>
public sealed class RailsServerTests
{
    private const string Accounts = "createInstagramAccounts";
    private const string Delete = "deleteInstagramAccount";
    private const string Pages = "createFacebookPages";

    /// <summary>Each way of wording an error with each of refusing a stranger; pages and the status of a success take turns.</summary>
    public static TheoryData<RailsErrors, RailsUnauthenticated, RailsPages, int, bool> Varieties()
    {
        var data = new TheoryData<RailsErrors, RailsUnauthenticated, RailsPages, int, bool>();
        var number = 0;
        foreach (var errors in Enum.GetValues<RailsErrors>())
        {
            foreach (var unauthenticated in Enum.GetValues<RailsUnauthenticated>())
            {
                var pages = (RailsPages)(((int)errors + (int)unauthenticated) % 2);
                data.Add(errors, unauthenticated, pages, number / 2 % 2 == 0 ? 200 : 201, true);
                data.Add(errors, unauthenticated, pages, number++ / 2 % 2 == 0 ? 201 : 200, false);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Varieties))]
    public async Task No_rule_is_held_against_a_conforming_server(
        RailsErrors errors, RailsUnauthenticated unauthenticated, RailsPages pages, int success, bool states)
    {
        var server = new RailsServer { Errors = errors, Unauthenticated = unauthenticated, Pages = pages, Success = success };

        var report = await Verifying.ReferenceAsync(server.Use, RuleSource.Shown, states);

        string[] ofErrors = errors switch
        {
            RailsErrors.Error => ["FieldErrors/additionalProperties/type"],
            RailsErrors.Text => [$"{Pages}/422/content-type", $"{Accounts}/422/content-type", $"{Delete}/422/content-type"],
            _ => [],
        };
        string[] ofStrangers = unauthenticated switch
        {
            RailsUnauthenticated.Text or RailsUnauthenticated.Empty => ["responses/Unauthenticated/content-type"],
            RailsUnauthenticated.Forbidden => ["check/status/401"],
            _ => [],
        };
        string[] ofSuccess = success == 201 ? ["check/status/200"] : [];
        string[] questions = [.. ofErrors, .. ofStrangers, .. ofSuccess, $"{Delete}/404/content-type"];
        report.Checks.Where(check => check.Outcome == Outcome.Failed).Select(check => check.Id).ShouldBeEmpty();
        report.Verdict.ShouldBe(VerificationVerdict.Conforms);
        Verifying.Named(report).ShouldBe(questions.Order(StringComparer.Ordinal));
        report.Checks.Where(check => check.Outcome is Outcome.Blocked or Outcome.Undocumented)
            .Select(check => $"{check.Id}: {check.Reason}").ShouldBe(
            states ? ["check/example/404/not-found: the response breaks rules, which other checks report"] : []);
    }

    /// <summary>That it is refused is stated, with which status is not.</summary>
    [Fact]
    public async Task An_id_that_is_not_routed_is_refused()
    {
        var report = await ReportAsync(new RailsServer { RoutesNumbersOnly = true, Errors = RailsErrors.Fields });

        report.Result(Delete, $"{Delete}/path/id/type").Outcome.ShouldBe(Outcome.Passed);
        Verifying.Named(report).ShouldBe([$"{Delete}/404/content-type", "responses/Unauthenticated/content-type"]);
    }

    /// <summary>A job runs again and again against one server, which still has the pages of the run before.</summary>
    [Fact]
    public async Task A_second_run_finds_what_the_first_found()
    {
        await using var host = await StartAsync(new RailsServer());

        var first = await Verifying.RunAsync(Verifying.ShippedPlan, host.Url, "user-token");
        var second = await Verifying.RunAsync(Verifying.ShippedPlan, host.Url, "user-token");

        second.Verdict.ShouldBe(VerificationVerdict.Conforms);
        Outcomes(second).ShouldBe(Outcomes(first));
    }

    /// <summary>apipie's own validator of integers, with which no account can be deleted; with its provider states, too.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_server_that_refuses_every_id_is_named(bool states)
    {
        var server = new RailsServer { Parameters = new() { StockInteger = true } };

        Failed(await Verifying.ReferenceAsync(server.Use, RuleSource.Shown, states)).ShouldBe([CheckIds.Plain]);
    }

    [Fact]
    public async Task A_boolean_that_refuses_false_is_named() =>
        (await NamedAsync(new RailsServer { Parameters = new() { BooleanIsEnum = true } }))
            .ShouldBe(["FacebookPageToConnect/is_silhouette/enum"]);

    /// <summary>The page's own example of a partial success sends <c>false</c>, so that this server cannot give it.</summary>
    [Fact]
    public async Task A_boolean_that_refuses_false_shows_in_the_example_that_sends_it_too() =>
        Failed(await Verifying.ReferenceAsync(new RailsServer { Parameters = new() { BooleanIsEnum = true } }.Use, RuleSource.Shown))
            .ShouldBe(["FacebookPageToConnect/is_silhouette/enum", "check/example/200/partially-connected"]);

    [Fact]
    public async Task A_server_that_takes_everything_breaks_every_rule_of_the_parameters() =>
        (await NamedAsync(new RailsServer { ValidatesNothing = true })).ShouldBe(
        [
            "CreateFacebookPages/fb_pages/type",
            "CreateFacebookPages/required/facebook_account",
            "CreateFacebookPages/type",
            "CreateInstagramAccounts/ig_accounts/type",
            "CreateInstagramAccounts/required/facebook_account",
            "CreateInstagramAccounts/type",
            "FacebookAccount/fb_token/type",
            "FacebookAccount/fb_uid/type",
            "FacebookAccount/location/enum",
            "FacebookAccount/required/fb_token",
            "FacebookAccount/required/fb_uid",
            "FacebookAccount/type",
            .. OfElements,
            $"{Pages}/body/required",
            $"{Accounts}/body/required",
        ]);

    [Fact]
    public async Task A_server_that_looks_at_the_first_element_only_breaks_every_rule_of_elements() =>
        (await NamedAsync(new RailsServer { Parameters = new() { FirstElementOnly = true } })).ShouldBe(OfElements);

    /// <summary>The token that it was given is good, so it is no wrong token; nothing else can be asked of it.</summary>
    [Fact]
    public async Task A_server_that_reads_another_header_is_named()
    {
        var report = await ReportAsync(new RailsServer { TokenHeader = "Authorization" });

        report.Verdict.ShouldBe(VerificationVerdict.Violates);
        Failed(report).ShouldBe([$"{Pages}/security", $"{Accounts}/security"]);
        report.Result(Pages, CheckIds.Plain).Reason.ShouldBe("the server looks for the token in another header than the document names");
    }

    /// <summary>One line for each operation: 422 is stated for the two POSTs, and for the id only that it is refused.</summary>
    [Theory]
    [InlineData(200, "The response has status 200, but it is not what the document describes for a success.")]
    [InlineData(500, "Failed with 500.")]
    public async Task A_server_that_never_refuses_with_4xx_breaks_the_rule_of_the_status(int status, string found)
    {
        var report = await ReportAsync(new RailsServer { Refusal = status });

        Failed(report).ShouldBe([$"{Pages}/status", $"{Accounts}/status", $"{Delete}/path/id/type"]);
        report.Result(Pages, $"{Pages}/status").Failures.ShouldHaveSingleItem().Found.ShouldBe(found);
    }

    [Fact]
    public async Task Where_the_status_is_not_asked_about_each_rule_is_named()
    {
        await using var host = await StartAsync(new RailsServer { Refusal = 500 });
        var options = new PlanOptions { Only = [$"{Pages}/FacebookAccount/fb_uid/*", $"{Pages}/FacebookAccount/fb_token/*"] };
        var plan = CasePlanner.Plan(Shipped.Api, options);

        var report = await Verifying.RunAsync(plan, host.Url, "user-token");

        Failed(report).ShouldBe(["FacebookAccount/fb_token/type", "FacebookAccount/fb_uid/type"]);
    }

    /// <summary>Its pages are HTML, as of a route that serves browsers; nothing else of the response can be seen then.</summary>
    [Fact]
    public async Task A_success_that_is_a_page_is_named()
    {
        var server = new RailsServer();

        var report = await Verifying.ReferenceAsync(
            web =>
            {
                BufferedResponse.Changed((context, body) =>
                {
                    var isPage = context.Response.StatusCode == 200 && context.Request.Path == "/api/v3/facebook_pages";
                    context.Response.ContentType = isPage ? "text/html; charset=utf-8" : context.Response.ContentType;
                    return isPage ? "<!DOCTYPE html><title>Pages</title>"u8.ToArray() : body;
                })(web);
                server.Use(web);
            },
            RuleSource.Shown,
            states: false);

        Failed(report).ShouldBe([$"{Pages}/200/content-type"]);
    }

    private static readonly string[] OfElements =
    [
        "FacebookPageToConnect/access_token/type",
        "FacebookPageToConnect/id/type",
        "FacebookPageToConnect/is_silhouette/enum",
        "FacebookPageToConnect/name/type",
        "FacebookPageToConnect/picture/type",
        "FacebookPageToConnect/required/access_token",
        "FacebookPageToConnect/required/id",
        "FacebookPageToConnect/required/is_silhouette",
        "FacebookPageToConnect/required/name",
        "FacebookPageToConnect/required/picture",
        "FacebookPageToConnect/type",
        "InstagramAccountToConnect/fb_token/type",
        "InstagramAccountToConnect/id/type",
        "InstagramAccountToConnect/profile_picture_url/type",
        "InstagramAccountToConnect/required/fb_token",
        "InstagramAccountToConnect/required/id",
        "InstagramAccountToConnect/required/profile_picture_url",
        "InstagramAccountToConnect/required/username",
        "InstagramAccountToConnect/type",
        "InstagramAccountToConnect/username/type",
    ];

    private static Task<ReferenceHost> StartAsync(RailsServer server) =>
        ReferenceHost.StartAsync(new ReferenceOptions { Document = Shipped.Path, Middleware = server.Use });

    private static IEnumerable<(string Operation, string Rule, Outcome Outcome)> Outcomes(VerificationReport report) =>
        report.Checks.Select(check => (check.Operation, check.Id, check.Outcome));

    private static async Task<IReadOnlyList<string>> NamedAsync(RailsServer server) => Failed(await ReportAsync(server));

    private static Task<VerificationReport> ReportAsync(RailsServer server) =>
        Verifying.ReferenceAsync(server.Use, RuleSource.Shown, states: false);

    private static IReadOnlyList<string> Failed(VerificationReport report) =>
        [.. report.Checks.Where(check => check.Outcome == Outcome.Failed)
            .Select(check => check.Id).Distinct().Order(StringComparer.Ordinal)];
}
