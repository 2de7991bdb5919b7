using Microsoft.AspNetCore.Http;
using SocialContract.Verification.Baselines;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Results;
using SocialContract.Verification.Running;
using SocialContract.Verification.Settings;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Running;

/// <summary>A run that tested little, or with a token that is refused, is never green.</summary>
public sealed class UntestedTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Two, version: '1' }
        security: [ token: [] ]
        components: { securitySchemes: { token: { type: http, scheme: bearer } } }
        paths:
          /one: { get: { operationId: one, responses: { '200': { description: OK }, 4XX: { description: Who? } } } }
          /two: { get: { operationId: two, responses: { '200': { description: OK }, 4XX: { description: Who? } } } }
        """;

    private static readonly VerificationPlan Plan = Verifying.PlanOf(Document);

    [Fact]
    public async Task An_operation_that_always_gets_429_makes_the_run_incomplete_and_is_named()
    {
        var report = await RunAsync(context => context.Request.Path == "/two" ? 429 : Known(context));

        (report.Verdict, report.Reason).ShouldBe((
            VerificationVerdict.Incomplete,
            "1 of 2 operations could not be tested: two (the server responds with 429, too many requests)."));
    }

    [Theory]
    [InlineData("two")]
    [InlineData("t*")]
    [InlineData("GET /two")]
    public async Task An_operation_that_need_not_be_tested_does_not(string pattern) =>
        (await RunAsync(
            context => context.Request.Path == "/two" ? 429 : Known(context), options => options with { AllowUntested = [pattern] }))
            .Verdict.ShouldBe(VerificationVerdict.Conforms);

    [Fact]
    public async Task A_baseline_does_not_hide_that_an_operation_was_not_tested()
    {
        var report = await RunAsync(context => context.Request.Path == "/two" ? 429 : 500);
        report.Verdict.ShouldBe(VerificationVerdict.Violates);

        var known = BaselineUpdate.Make(report, Baseline.Empty, new DateOnly(2030, 1, 1));

        BaselineFilter.Apply(report, known, new DateOnly(2029, 1, 1)).Verdict.ShouldBe(VerificationVerdict.Incomplete);
    }

    [Fact]
    public async Task An_operation_that_is_not_there_fails()
    {
        var report = await RunAsync(context => context.Request.Path == "/two" && Known(context) == 200 ? 404 : Known(context));

        report.Verdict.ShouldBe(VerificationVerdict.Violates);
        report.Result("two", CheckIds.Route).Outcome.ShouldBe(Outcome.Failed);
    }

    [Theory]
    [InlineData("", "good")]
    [InlineData("admin", "other")]
    [InlineData("reader", "good")]
    public async Task A_role_whose_token_is_refused_everywhere_breaks_the_rule_of_authentication(string first, string token)
    {
        var second = first == "admin" ? "good" : "bad";
        KeyValuePair<string, string>[] tokens = [new(first, token), new("creator", second)];

        var report = await RunAsync(Known, options => options with { Tokens = tokens });

        report.Verdict.ShouldBe(VerificationVerdict.Violates);
        var failed = report.Checks.Where(check => check.Outcome == Outcome.Failed).ToList();
        failed.ShouldNotBeEmpty();
        failed.ShouldAllBe(check => check.Id == "security");
    }

    [Fact]
    public async Task A_role_that_may_do_something_is_not_refused_everywhere()
    {
        KeyValuePair<string, string>[] tokens = [new("", "good"), new("reader", "reader")];

        var report = await RunAsync(
            context => context.Request.Headers.Authorization != "Bearer reader" ? Known(context)
                : context.Request.Path == "/two" ? 200 : 403,
            options => options with { Tokens = tokens });

        report.Verdict.ShouldBe(VerificationVerdict.Conforms);
    }

    [Fact]
    public async Task A_redirection_to_the_same_path_is_followed_and_fails_the_operation_that_redirects()
    {
        await using var server = await Server.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Path == "/two" ? 308 : Known(context);
            context.Response.Headers.Location = context.Request.Path == "/two" ? "/two/" : default;
            return Task.CompletedTask;
        });

        var report = await Verifying.RunAsync(Plan, server.Url, "good");

        Verifying.Named(report).ShouldBe([CheckIds.Route]);
        report.Result("two", CheckIds.Route).Failures.ShouldHaveSingleItem().Found
            .ShouldBe("Every request to it is redirected with 308, the first to /two/.");
        report.Result("two", CheckIds.Plain).Outcome.ShouldBe(Outcome.Passed);
    }

    private static int Known(HttpContext context) => context.Request.Headers.Authorization == "Bearer good" ? 200 : 401;

    private static async Task<VerificationReport> RunAsync(Func<HttpContext, int> status, Func<RunOptions, RunOptions>? with = null)
    {
        await using var server = await Server.StartAsync(context => Server.StatusAsync(context, status(context)));
        var options = new RunOptions { Url = server.Url, Tokens = [new("", "good")], MaxWait = TimeSpan.Zero };
        return await VerificationRunner.RunAsync(Plan, with?.Invoke(options) ?? options, TestContext.Current.CancellationToken);
    }
}
