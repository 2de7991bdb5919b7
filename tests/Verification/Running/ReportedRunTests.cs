using System.Text;
using Microsoft.AspNetCore.Builder;
using SocialContract.Contract.Provenances;
using SocialContract.ReferenceImpl;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Results;
using SocialContract.Verification.Settings;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Running;

/// <summary>How what was seen becomes a report: which exchange shows a failure, and what a narrowed run does not speak of.</summary>
public sealed class ReportedRunTests
{
    private const string Accounts = "createInstagramAccounts";

    [Fact]
    public async Task A_broken_response_is_shown_by_the_plain_request_and_no_case_is_named_twice()
    {
        var report = await RunAsync(Verifying.ShippedPlan);

        var failure = report.Result(Accounts, "InstagramAccountsResult/success/type").Failures.ShouldHaveSingleItem();
        failure.Exchange.Case.ShouldBe(report.Exchanges[0].Case);
        failure.OtherCases.ShouldNotBeEmpty();
        failure.OtherCases.ShouldBeUnique();
        failure.OtherCases.ShouldNotContain(failure.Exchange.Case);
    }

    [Fact]
    public async Task A_creating_response_with_a_fault_elsewhere_still_gives_the_id()
    {
        var report = await RunAsync(Verifying.ShippedPlan);

        report.Result(Accounts, "InstagramAccountsResult/success/type").Outcome.ShouldBe(Outcome.Failed);
        report.Result("deleteInstagramAccount", CheckIds.Plain).Outcome.ShouldBe(Outcome.Passed);
        report.Checks.ShouldNotContain(check => check.Reason.Contains("no response contained one"));
    }

    [Fact]
    public async Task Another_refusal_of_what_is_not_there_is_a_question_where_404_is_only_assumed()
    {
        await using var server = await ReferenceHost.StartAsync(
            new ReferenceOptions { Document = Shipped.Path, Middleware = NotFoundIs400 }, TestContext.Current.CancellationToken);

        var report = await Verifying.RunAsync(Verifying.ShippedPlan, server.Url, "admin-token");

        report.Count(Outcome.Failed).ShouldBe(0);
        report.Checks.Where(check => check.Outcome == Outcome.Question).Select(check => $"{check.Operation}/{check.Id}")
            .ShouldBe(["deleteInstagramAccount/check/status/404"]);
    }

    [Fact]
    public async Task Checks_that_are_left_out_are_not_judged_even_where_requests_for_others_show_them()
    {
        var plan = CasePlanner.Plan(Shipped.Api, new PlanOptions { Only = [$"{Accounts}/FacebookAccount/fb_token/type"] });

        var report = await RunAsync(plan);

        report.Checks.Where(check => check.Outcome != Outcome.NotExercised)
            .Select(check => check.Id).ShouldBe(["FacebookAccount/fb_token/type"]);
        report.Verdict.ShouldBe(VerificationVerdict.Conforms);
    }

    [Fact]
    public async Task Progress_counts_requests_up_to_the_last_and_rules_that_fail_by_the_gate()
    {
        var told = new List<(int Sent, int Planned, int Failed)>();

        var report = await RunAsync(
            Verifying.ShippedPlan,
            options => options with { Gate = RuleSource.Shown, Progress = (sent, planned, failed) => told.Add((sent, planned, failed)) });

        told.Select(step => step.Sent).ShouldBe(Enumerable.Range(1, report.Exchanges.Count));
        told.ShouldAllBe(step => step.Sent <= step.Planned);
        told[^1].Failed.ShouldBe(report.Count(Outcome.Failed));
    }

    private static async Task<VerificationReport> RunAsync(VerificationPlan plan, Func<RunOptions, RunOptions>? with = null)
    {
        await using var server = await ReferenceHost.StartAsync(
            new ReferenceOptions { Document = Shipped.Path, Middleware = SuccessIsText }, TestContext.Current.CancellationToken);
        return await Verifying.RunAsync(plan, server.Url, "admin-token", with);
    }

    private static void NotFoundIs400(IApplicationBuilder web) => web.Use(async (context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            context.Response.StatusCode = context.Response.StatusCode == 404 ? 400 : context.Response.StatusCode;
            return Task.CompletedTask;
        });
        await next();
    });

    /// <summary>A success that is the text "yes".</summary>
    private static void SuccessIsText(IApplicationBuilder web) => web.Use(async (context, next) =>
    {
        var body = context.Response.Body;
        using var kept = new MemoryStream();
        context.Response.Body = kept;
        await next();
        context.Response.Body = body;
        var sent = Encoding.UTF8.GetString(kept.ToArray());
        var text = sent.Replace("\"success\":true", "\"success\":\"yes\"", StringComparison.Ordinal);
        context.Response.ContentLength = text.Length == 0 ? null : Encoding.UTF8.GetByteCount(text);
        await body.WriteAsync(Encoding.UTF8.GetBytes(text));
    });
}
