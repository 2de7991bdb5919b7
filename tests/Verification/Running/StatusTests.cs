using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SocialContract.Contract.Provenances;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Results;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Running;

/// <summary>Statuses that the document states, assumes, or is silent on.</summary>
public sealed class StatusTests
{
    private const string Accounts = "createInstagramAccounts";

    private const string Silent = """
        openapi: 3.1.0
        info: { title: Things, version: '1' }
        paths:
          /things:
            get:
              operationId: listThings
              parameters:
                - { name: size, in: query, schema: { type: integer } }
              responses:
                '200': { description: All of them., content: { application/json: { schema: { type: array } } } }
        """;

    private const string Redirecting = """
        openapi: 3.1.0
        info: { title: Things, version: '1' }
        paths:
          /download:
            get:
              operationId: download
              responses:
                '302': { description: Where it is. }
        """;

    [Fact]
    public async Task Another_success_than_the_assumed_one_is_a_question()
    {
        var report = await Verifying.ReferenceAsync(Status(from: 200, to: 201), gate: RuleSource.Shown);

        report.Verdict.ShouldBe(VerificationVerdict.Conforms);
        Verifying.Named(report).ShouldBe(["check/status/200"]);
        var question = report.Result(Accounts, "check/status/200");
        question.Outcome.ShouldBe(Outcome.Question);
        question.Failures.ShouldHaveSingleItem().Found.ShouldBe("The status is 201.");
        question.Reason.ShouldBe("The page calls these bodies successes but gives no status. Any 2xx conforms.");
    }

    [Fact]
    public async Task Another_success_than_the_assumed_one_fails_where_assumed_rules_gate()
    {
        var report = await Verifying.ReferenceAsync(Status(from: 200, to: 201), gate: RuleSource.Assumed);

        report.Verdict.ShouldBe(VerificationVerdict.Violates);
        report.Checks.Where(check => check.Outcome == Outcome.Failed).Select(check => check.Id).Distinct().ShouldBe(["check/status/200"]);
    }

    [Fact]
    public async Task Another_refusal_of_callers_than_the_assumed_one_is_a_question()
    {
        var report = await Verifying.ReferenceAsync(Status(from: 401, to: 403), gate: RuleSource.Shown);

        report.Verdict.ShouldBe(VerificationVerdict.Conforms);
        Verifying.Named(report).ShouldBe(["check/status/401"]);
    }

    [Fact]
    public async Task Another_status_of_what_is_gone_is_a_question()
    {
        var report = await Verifying.ReferenceAsync(Status(from: 404, to: 410), gate: RuleSource.Shown, states: false);

        Verifying.Named(report).ShouldBe(["check/status/404"]);
    }

    [Fact]
    public async Task A_refusal_that_the_document_is_silent_on_is_undocumented()
    {
        var plan = Verifying.PlanOf(Silent);
        await using var server = await Server.StartAsync(context =>
            Server.JsonAsync(context, !context.Request.Query.ContainsKey("size") || int.TryParse(context.Request.Query["size"], out _)
                ? 200 : 418, "[]"));

        var report = await Verifying.RunAsync(plan, server.Url);

        report.Verdict.ShouldBe(VerificationVerdict.Conforms);
        var check = report.Result("listThings", "listThings/status");
        check.Outcome.ShouldBe(Outcome.Undocumented);
        check.Reason.ShouldBe("Refused with 418, which the document does not describe.");
    }

    [Fact]
    public async Task A_redirection_that_the_document_describes_is_what_was_asked_for()
    {
        var plan = Verifying.PlanOf(Redirecting);
        await using var server = await Server.StartAsync(context =>
        {
            if (context.Request.Path == "/download")
            {
                context.Response.Redirect("/elsewhere");
            }

            return Task.CompletedTask;
        });

        var report = await Verifying.RunAsync(plan, server.Url);

        report.Verdict.ShouldBe(VerificationVerdict.Conforms);
        report.Result("download", CheckIds.Plain).Outcome.ShouldBe(Outcome.Passed);
    }

    [Fact]
    public async Task Another_status_of_a_conflict_than_the_stated_one_is_found()
    {
        var report = await Verifying.ReferenceAsync(web => web.Use(async (context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                // Only where an account of the Workspace is in the way: the bodies of the plan's other requests name accounts of their own.
                var isConflict = context.Response.StatusCode == 422 && context.Items.ContainsKey("conflict");
                context.Response.StatusCode = isConflict ? 409 : context.Response.StatusCode;
                return Task.CompletedTask;
            });
            context.Request.EnableBuffering();
            using var reader = new StreamReader(context.Request.Body, leaveOpen: true);
            if ((await reader.ReadToEndAsync(context.RequestAborted)).Contains("\"IG_NAME\"", StringComparison.Ordinal))
            {
                context.Items["conflict"] = true;
            }

            context.Request.Body.Position = 0;
            await next(context);
        }), gate: RuleSource.Shown);

        Verifying.Named(report).ShouldBe([$"{Accounts}/status"]);
    }

    [Fact]
    public async Task Json_that_is_read_whatever_it_is_called_is_a_question()
    {
        var report = await Verifying.ReferenceAsync(web => web.Use((context, next) =>
        {
            context.Request.ContentType = context.Request.ContentType is "text/plain" or "image/png"
                ? "application/json" : context.Request.ContentType;
            return next(context);
        }), gate: RuleSource.Shown, states: false);

        report.Verdict.ShouldBe(VerificationVerdict.Conforms);
        Verifying.Named(report).ShouldBe(["createFacebookPages/body/content-type", "createInstagramAccounts/body/content-type"]);
    }

    [Fact]
    public async Task Malformed_json_that_is_accepted_is_a_question()
    {
        var report = await Verifying.ReferenceAsync(Status(from: 400, to: 200), gate: RuleSource.Shown, states: false);

        var question = report.Result(Accounts, "createInstagramAccounts/body/content-type");
        question.Outcome.ShouldBe(Outcome.Question);
        question.Failures.ShouldHaveSingleItem().Found.ShouldBe("Accepted with 200.");
    }

    [Fact]
    public async Task Malformed_json_that_a_server_fails_at_is_found()
    {
        var report = await Verifying.ReferenceAsync(Status(from: 400, to: 500), gate: RuleSource.Shown, states: false);

        // What is nested too deeply is no JSON to it either.
        Verifying.Named(report).ShouldBe([CheckIds.DeepBody, CheckIds.MalformedJson]);
    }

    private static Action<IApplicationBuilder> Status(int from, int to) => web => web.Use(async (context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var isContract = context.Request.Path.StartsWithSegments("/_contract", StringComparison.Ordinal);
            context.Response.StatusCode = context.Response.StatusCode == from && !isContract ? to : context.Response.StatusCode;
            return Task.CompletedTask;
        });
        await next(context);
    });
}
