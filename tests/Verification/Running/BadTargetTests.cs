using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using SocialContract.ReferenceImpl;
using SocialContract.Verification.Results;
using SocialContract.Verification.Running;
using SocialContract.Verification.Settings;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Running;

/// <summary>Targets that are not a server of the API: the run tests nothing and says why in one sentence.</summary>
public sealed class BadTargetTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);

    [Fact]
    public async Task A_port_without_a_server_is_unreachable()
    {
        var report = await Verifying.RunAsync(Verifying.ShippedPlan, new Uri($"http://127.0.0.1:{FreePort()}"));

        report.Verdict.ShouldBe(VerificationVerdict.NotTested);
        report.Reason.ShouldEndWith("cannot be reached: the connection is refused.");
        report.Exchanges.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_server_hangs()
    {
        await using var server = await Server.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));

        var report = await Verifying.RunAsync(Verifying.ShippedPlan, server.Url, with: options => options with { Timeout = Short });

        report.Verdict.ShouldBe(VerificationVerdict.NotTested);
        report.Reason.ShouldEndWith("does not respond: no complete response within 0.3 s.");
        report.Exchanges.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_server_closes_connections()
    {
        await using var server = await Server.StartAsync(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        var report = await Verifying.RunAsync(Verifying.ShippedPlan, server.Url);

        report.Verdict.ShouldBe(VerificationVerdict.NotTested);
        report.Reason.ShouldEndWith("gives no response: the connection was closed before the response was complete.");
    }

    [Fact]
    public async Task The_server_streams_for_ever()
    {
        var chunk = new byte[64 * 1024];
        await using var server = await Server.StartAsync(async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(chunk, context.RequestAborted);
            }
        });

        var report = await Verifying.RunAsync(Verifying.ShippedPlan, server.Url);

        report.Verdict.ShouldBe(VerificationVerdict.NotTested);
        report.Reason.ShouldContain("sends a response without an end");
    }

    [Fact]
    public async Task The_servers_bodies_are_not_compressed_as_they_claim()
    {
        await using var server = await Server.StartAsync(context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return Server.JsonAsync(context, 200, "hello");
        });

        var report = await Verifying.RunAsync(Verifying.ShippedPlan, server.Url);

        report.Verdict.ShouldBe(VerificationVerdict.NotTested);
        report.Reason.ShouldEndWith("gives no response: the response's body does not match its Content-Encoding.");
    }

    [Fact]
    public async Task The_servers_headers_are_endless()
    {
        await using var server = await Server.StartAsync(context =>
        {
            context.Response.Headers["X-Long"] = new string('a', 100_000);
            return Server.JsonAsync(context, 200, "{}");
        });

        var report = await Verifying.RunAsync(Verifying.ShippedPlan, server.Url);

        report.Verdict.ShouldBe(VerificationVerdict.NotTested);
        report.Reason.ShouldEndWith("sends a response without an end: the response's headers are longer than 64 KiB.");
    }

    [Fact]
    public async Task A_slow_trickle_is_a_time_out()
    {
        await using var server = await Server.StartAsync(async context =>
        {
            await context.Response.WriteAsync("{");
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });

        var report = await Verifying.RunAsync(Verifying.ShippedPlan, server.Url, with: options => options with { Timeout = Short });

        report.Verdict.ShouldBe(VerificationVerdict.NotTested);
        report.Reason.ShouldContain("does not respond");
    }

    [Fact]
    public async Task The_server_is_a_web_site()
    {
        await using var server = await Server.StartAsync(context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.WriteAsync("<!doctype html><title>Welcome</title>");
        });

        var report = await Verifying.RunAsync(Verifying.ShippedPlan, server.Url);

        report.Verdict.ShouldBe(VerificationVerdict.NotTested);
        report.Reason.ShouldEndWith("responds with HTML pages: it does not seem to be the API's base URL.");
    }

    [Fact]
    public async Task Every_path_is_unknown()
    {
        await using var server = await Server.StartAsync(context => Server.JsonAsync(context, 404, "{}"));

        var report = await Verifying.RunAsync(Verifying.ShippedPlan, server.Url);

        report.Verdict.ShouldBe(VerificationVerdict.NotTested);
        report.Reason.ShouldStartWith("Every request got 404: http://127.0.0.1");
    }

    [Fact]
    public async Task Every_request_is_redirected()
    {
        var followed = false;
        await using var server = await Server.StartAsync(context =>
        {
            followed |= context.Request.Path == "/login";
            context.Response.Redirect("/login");
            return Task.CompletedTask;
        });

        var report = await Verifying.RunAsync(Verifying.ShippedPlan, server.Url);

        report.Verdict.ShouldBe(VerificationVerdict.NotTested);
        report.Reason.ShouldStartWith("Every request is redirected to /login");
        followed.ShouldBeFalse();
    }

    [Fact]
    public async Task The_token_is_not_known()
    {
        await using var server = await ReferenceHost.StartAsync(Shipped.Path, TestContext.Current.CancellationToken);

        var report = await Verifying.RunAsync(Verifying.ShippedPlan, server.Url, token: "wrong-token");

        report.Verdict.ShouldBe(VerificationVerdict.NotTested);
        report.Reason.ShouldBe("Every request was refused with 401: the token given is not accepted.");
        report.Exchanges.ShouldAllBe(exchange => !exchange.Curl.Contains("wrong-token"));
    }

    [Fact]
    public async Task A_run_without_a_token_says_how_to_give_one()
    {
        await using var server = await ReferenceHost.StartAsync(Shipped.Path, TestContext.Current.CancellationToken);

        var report = await VerificationRunner.RunAsync(
            Verifying.ShippedPlan, new RunOptions { Url = server.Url }, TestContext.Current.CancellationToken);

        report.Verdict.ShouldBe(VerificationVerdict.NotTested);
        report.Reason.ShouldContain("no token was given");
    }

    [Fact]
    public async Task The_run_ends_when_its_time_is_over()
    {
        var first = 0;
        await using var server = await Server.StartAsync(context =>
            Interlocked.Increment(ref first) <= 3
                ? Server.JsonAsync(context, 200, """{"success":true,"ig_accounts":[],"message":[]}""")
                : Task.Delay(Timeout.Infinite, context.RequestAborted));

        var report = await Verifying.RunAsync(Verifying.ShippedPlan, server.Url, with: options =>
            options with { TimeLimit = TimeSpan.FromMilliseconds(500) });

        report.Checks.ShouldContain(check => check.Outcome == Outcome.Blocked && check.Reason == "the run's time is over");
    }

    [Fact]
    public async Task A_run_that_does_not_end_by_itself_is_ended_when_its_time_is_over()
    {
        using var never = new ManualResetEventSlim();
        await using var server = await Server.StartAsync(context =>
            Server.JsonAsync(context, 200, """{"success":true,"ig_accounts":[],"message":[]}"""));

        // The progress stands for a judgement that takes for ever.
        var report = await Verifying.RunAsync(Verifying.ShippedPlan, server.Url, with: options => options with
        {
            TimeLimit = TimeSpan.FromMilliseconds(500),
            Progress = (sent, _, _) =>
            {
                if (sent == 2)
                {
                    never.Wait(TimeSpan.FromMinutes(1));
                }
            },
        });

        never.Set();
        report.Verdict.ShouldNotBe(VerificationVerdict.Conforms);
        report.Seconds.ShouldBeLessThan(10);
        report.Exchanges.Count.ShouldBe(2);
        report.Checks.ShouldContain(check => check.Outcome == Outcome.Blocked && check.Reason == "the run's time is over");
        report.Notices.ShouldContain("The run was ended before it was done: what it created may still be on the server.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
