using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SocialContract.Contract.Provenances;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Reporting.Text;
using SocialContract.Verification.Results;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Running;

/// <summary>What is held against a server and what never is, on the reference implementation with something of it changed.</summary>
public sealed class VerdictTests
{
    private const string Accounts = "createInstagramAccounts";

    [Fact]
    public async Task Freedoms_of_the_server_are_not_failures()
    {
        // Another success status, 403 for 401, 400 for an id that is no integer, further members and headers, a charset.
        var report = await Verifying.ReferenceAsync(After((context, body) =>
        {
            var response = context.Response;
            response.Headers["X-Request-Id"] = "7";
            response.StatusCode = (response.StatusCode, context.Request.Method) switch
            {
                (200, _) => 201,
                (401, _) => 403,
                (422, "DELETE") => 400,
                var (status, _) => status,
            };
            if (body is JsonObject members)
            {
                members["further"] = true;
            }

            return body;
        }), gate: RuleSource.Shown);

        report.Verdict.ShouldBe(VerificationVerdict.Conforms);
        report.Count(Outcome.Failed).ShouldBe(0);
        report.Checks.Where(check => check.Outcome == Outcome.Question).Select(check => check.Id).Distinct().Order(StringComparer.Ordinal)
            .ShouldBe(["FieldErrors/additionalProperties/type", "check/status/200", "check/status/401", "check/status/422"]);
    }

    [Fact]
    public async Task Another_error_body_is_a_question_and_no_failure()
    {
        var report = await Verifying.ReferenceAsync(After((context, body) =>
            context.Response.StatusCode == 422 ? JsonNode.Parse("""{"error":"no"}""") : body), gate: RuleSource.Shown, states: false);

        report.Verdict.ShouldBe(VerificationVerdict.Conforms);
        Verifying.Named(report).ShouldBe(["FieldErrors/additionalProperties/type"]);
    }

    [Fact]
    public async Task The_wrong_status_of_all_refusals_is_one_failure()
    {
        var report = await Verifying.ReferenceAsync(After((context, body) =>
        {
            context.Response.StatusCode = context.Response.StatusCode == 422 && context.Request.Path.Value!.EndsWith("instagram_accounts")
                ? 400 : context.Response.StatusCode;
            return body;
        }), gate: RuleSource.Shown, states: false);

        Verifying.Named(report).ShouldBe([$"{Accounts}/status"]);
        var failure = report.Result(Accounts, $"{Accounts}/status").Failures.ShouldHaveSingleItem();
        failure.Found.ShouldBe("Refused with 400.");
        failure.OtherCases.Count.ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task A_server_that_refuses_everything_keeps_no_rule()
    {
        await using var server = await Server.StartAsync(context =>
            Server.JsonAsync(context, 422, """{"facebook_account":["Must be a Hash"]}"""));

        var report = await Verifying.RunAsync(Verifying.ShippedPlan, server.Url);

        report.Verdict.ShouldBe(VerificationVerdict.Violates);
        report.Checks.Where(check => check.Outcome == Outcome.Failed).Select(check => check.Id).ShouldBe([CheckIds.Plain, CheckIds.Plain]);
        report.Result(Accounts, "FacebookAccount/fb_token/type").Outcome.ShouldBe(Outcome.Blocked);
    }

    [Fact]
    public async Task A_path_that_is_assumed_and_not_there_is_a_question_and_leaves_the_run_incomplete()
    {
        var report = await Verifying.ReferenceAsync(Before(async (context, next) =>
        {
            if (context.Request.Path.StartsWithSegments("/api/v3/facebook_pages"))
            {
                context.Response.StatusCode = 404;
                return;
            }

            await next(context);
        }), gate: RuleSource.Shown, states: false);

        report.Verdict.ShouldBe(VerificationVerdict.Incomplete);
        report.Reason.ShouldBe(
            "1 of 3 operations could not be tested: createFacebookPages (every request to POST /api/v3/facebook_pages gets 404).");
        report.Result("createFacebookPages", CheckIds.Route).Outcome.ShouldBe(Outcome.Question);
        report.Checks.Where(check => check.Operation == "createFacebookPages" && check.Id != CheckIds.Route)
            .ShouldAllBe(check => check.Outcome == Outcome.Blocked);
    }

    [Fact]
    public async Task A_delete_that_needs_no_token_breaks_the_rule_of_authentication()
    {
        var report = await Verifying.ReferenceAsync(Before((context, next) =>
        {
            if (context.Request.Method == "DELETE" && !context.Request.Headers.ContainsKey("Authentication"))
            {
                context.Request.Headers["Authentication"] = "Bearer user-token";
            }

            return next(context);
        }), states: false);

        Verifying.Named(report).ShouldBe(["deleteInstagramAccount/security"]);
    }

    [Fact]
    public async Task A_delete_that_is_refused_and_yet_done_is_found()
    {
        var report = await Verifying.ReferenceAsync(Before(async (context, next) =>
        {
            if (context.Request.Method != "DELETE" || context.Request.Headers["Authentication"] == "Bearer user-token")
            {
                await next(context);
                return;
            }

            context.Request.Headers["Authentication"] = "Bearer user-token";
            await BufferedResponse.ReadAsync(context, next);
            await Server.JsonAsync(context, 401, """{"error":"Only registered user can perform this action"}""");
        }), states: false);

        report.Checks.Where(check => check.Outcome is Outcome.Failed or Outcome.Question).Select(check => (check.Operation, check.Id))
            .ShouldBe([("deleteInstagramAccount", CheckIds.Refused)]);
    }

    [Fact]
    public async Task A_delete_that_should_be_refused_and_gets_no_response_leaves_open_whether_it_was_done()
    {
        var report = await Verifying.ReferenceAsync(Before((context, next) =>
        {
            if (context.Request.Method == "DELETE" && !context.Request.Headers.ContainsKey("Authentication"))
            {
                context.Abort();
                return Task.CompletedTask;
            }

            return next(context);
        }), states: false);

        Verifying.Named(report).ShouldBeEmpty();
        var check = report.Result("deleteInstagramAccount", CheckIds.Refused);
        (check.Outcome, check.Reason).ShouldBe((Outcome.Blocked, "the connection was closed before the response was complete"));
    }

    [Fact]
    public async Task A_delete_that_does_nothing_is_a_question_where_404_is_assumed()
    {
        var report = await Verifying.ReferenceAsync(Before(async (context, next) =>
        {
            var id = context.Request.Path.Value!.Split('/')[^1];
            if (context.Request.Method == "DELETE" && int.TryParse(id, out _)
                && context.Request.Headers["Authentication"] == "Bearer user-token")
            {
                await Server.JsonAsync(context, 200, $$"""{"success":true,"instagram_account_id":{{id}}}""");
                return;
            }

            await next(context);
        }), gate: RuleSource.Shown, states: false);

        report.Verdict.ShouldBe(VerificationVerdict.Conforms);
        report.Result("deleteInstagramAccount", CheckIds.Delete).Outcome.ShouldBe(Outcome.Question);
    }

    [Fact]
    public async Task Too_many_requests_are_waited_for_as_the_server_asks()
    {
        var first = 1;
        var report = await Verifying.ReferenceAsync(Before(async (context, next) =>
        {
            if (Interlocked.Exchange(ref first, 0) == 1)
            {
                context.Response.StatusCode = 429;
                context.Response.Headers.RetryAfter = "0";
                return;
            }

            await next(context);
        }), gate: RuleSource.Shown);

        report.Verdict.ShouldBe(VerificationVerdict.Conforms);
        report.Count(Outcome.Blocked).ShouldBe(0);
    }

    [Fact]
    public async Task Tokens_and_secrets_are_in_no_report()
    {
        var report = await Verifying.ReferenceAsync(After((_, body) => body is JsonObject members ? Added(members) : body));

        foreach (var exchange in report.Exchanges)
        {
            $"{MessageText.Of(exchange.Request)} {MessageText.OfResponse(exchange)} {exchange.Curl}".ShouldNotContain(
                "user-token", customMessage: exchange.Case);
        }

        static JsonObject Added(JsonObject members)
        {
            members["you_sent"] = "user-token";
            return members;
        }
    }

    [Fact]
    public async Task What_was_created_is_deleted_afterwards()
    {
        var (created, deleted) = (0, 0);
        await Verifying.ReferenceAsync(After((context, body) =>
        {
            if (context.Response.StatusCode == 200 && context.Request.Path.Value!.EndsWith("instagram_accounts")
                && body is JsonObject members && members["ig_accounts"] is JsonArray accounts)
            {
                Interlocked.Add(ref created, accounts.Count);
            }

            if (context.Request.Method == "DELETE" && context.Response.StatusCode == 200)
            {
                Interlocked.Increment(ref deleted);
            }

            return body;
        }), states: false);

        created.ShouldBeGreaterThan(0);
        deleted.ShouldBe(created);
    }

    private static Action<IApplicationBuilder> Before(Func<HttpContext, RequestDelegate, Task> handle) => web => web.Use(handle);

    /// <summary>Changes responses: their status and headers in the context, their JSON by what is returned.</summary>
    private static Action<IApplicationBuilder> After(Func<HttpContext, JsonNode?, JsonNode?> change) =>
        BufferedResponse.Changed((context, body) =>
    {
        var json = body.Length > 0 && context.Response.ContentType?.Contains("json") == true ? JsonNode.Parse(body) : null;
        return change(context, json) is { } changed ? Encoding.UTF8.GetBytes(changed.ToJsonString()) : body;
    });
}
