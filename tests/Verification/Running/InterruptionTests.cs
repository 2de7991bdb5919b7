using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SocialContract.Contract.Provenances;
using SocialContract.Verification.Results;
using SocialContract.Verification.Settings;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Running;

/// <summary>Servers that stop responding in the middle, or ask to wait; and what a run leaves behind.</summary>
public sealed class InterruptionTests
{
    [Fact]
    public async Task A_server_that_dies_in_the_middle_was_not_tested()
    {
        var responses = 0;
        var report = await Verifying.ReferenceAsync(Before(async (context, next) =>
        {
            if (Interlocked.Increment(ref responses) > 40)
            {
                context.Abort();
                return;
            }

            await next(context);
        }), gate: RuleSource.Shown, states: false);

        report.Verdict.ShouldBe(VerificationVerdict.NotTested);
        report.Reason.ShouldBe(
            "Not every request was sent: the server stopped responding after 40 responses: the connection was closed before the response "
            + "was complete.");
        report.Count(Outcome.Failed).ShouldBe(0);
        responses.ShouldBeLessThan(100);
    }

    [Fact]
    public async Task A_server_that_asks_to_wait_longer_than_the_run_may_take_is_not_tested()
    {
        var report = await RunAsync(
            context => TooMany(context, "15"),
            options => options with { TimeLimit = TimeSpan.FromMilliseconds(300) });

        report.Verdict.ShouldBe(VerificationVerdict.NotTested);
    }

    [Fact]
    public async Task A_server_that_always_asks_to_come_back_at_once_is_not_asked_for_ever()
    {
        var report = await RunAsync(context => TooMany(context, "0"));

        report.Verdict.ShouldBe(VerificationVerdict.NotTested);
        report.Reason.ShouldContain("429");
    }

    [Fact]
    public async Task What_could_not_be_deleted_is_reported()
    {
        var report = await Verifying.ReferenceAsync(Before(async (context, next) =>
        {
            if (context.Request.Method == "DELETE" && context.Request.Headers["Authentication"] == "Bearer user-token")
            {
                context.Response.StatusCode = 500;
                return;
            }

            await next(context);
        }), states: false);

        report.Notices.ShouldContain(notice =>
            notice.Contains("could not be deleted; the first: DELETE /api/v3/instagram_accounts/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Changes_that_cannot_be_undone_are_reported()
    {
        var report = await Verifying.ReferenceAsync(gate: RuleSource.Shown, states: false);

        report.Notices.ShouldHaveSingleItem().ShouldStartWith("The changes by createFacebookPages remain");
    }

    [Fact]
    public async Task The_report_does_not_depend_on_which_response_came_first()
    {
        var first = await Verifying.ReferenceAsync(EverySecondLater(0), gate: RuleSource.Shown);
        var second = await Verifying.ReferenceAsync(EverySecondLater(1), gate: RuleSource.Shown);

        Told(second).ShouldBe(Told(first));

        static IReadOnlyList<string> Told(VerificationReport report) =>
        [
            .. report.Exchanges.Select(exchange => exchange.Case),
            .. report.Checks.Select(
                check => $"{check.Operation} {check.Id} {check.Outcome} {check.Reason} {string.Join(' ', check.Cases)}"),
        ];

        static Action<IApplicationBuilder> EverySecondLater(int odd)
        {
            var number = 0;
            return Before(async (context, next) =>
            {
                if (Interlocked.Increment(ref number) % 2 == odd)
                {
                    await Task.Delay(3, context.RequestAborted);
                }

                await next(context);
            });
        }
    }

    private static void TooMany(HttpContext context, string retryAfter)
    {
        context.Response.StatusCode = 429;
        context.Response.Headers.RetryAfter = retryAfter;
    }

    private static Action<IApplicationBuilder> Before(Func<HttpContext, RequestDelegate, Task> handle) => web => web.Use(handle);

    private static async Task<VerificationReport> RunAsync(Action<HttpContext> respond, Func<RunOptions, RunOptions>? with = null)
    {
        await using var server = await Server.StartAsync(context =>
        {
            respond(context);
            return Task.CompletedTask;
        });
        return await Verifying.RunAsync(Verifying.ShippedPlan, server.Url, with: with);
    }
}
