using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using SocialContract.MockServer.Proxying;

namespace SocialContract.MockServer.Tests.Proxying;

/// <summary>Servers that are down, slow, large, compressed or broken.</summary>
public sealed class ProxyFaultTests
{
    [Fact]
    public async Task Where_the_connection_is_refused_the_contract_responds_and_says_so()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var url = new Uri($"http://127.0.0.1:{((IPEndPoint)closed.LocalEndpoint).Port}");
        closed.Stop();
        await using var proxy = await ProxyFixture.StartAsync(url);

        using var response = await proxy.Get("/pets/7");
        using var undocumented = await proxy.Get("/nowhere");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Json()).ShouldBeJson("""{"name":"Rex"}""");
        response.Header("X-Contract-Answer")!.ShouldMatch("^example;.*;proxy=down$");
        proxy.Mock.Requests[0].Exchange.Origin.Label.ShouldEndWith(", because the server is down: the connection is refused");
        undocumented.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        (await undocumented.Json())["detail"]!.GetValue<string>().ShouldContain("the connection is refused");
    }

    [Fact]
    public async Task Where_the_server_says_501_the_contract_responds_unless_the_document_has_no_operation()
    {
        await using var server = await TargetServer.StartAsync("{}", 501);
        await using var proxy = await ProxyFixture.StartAsync(server.Url, options => options with { FailOnViolation = true });

        using var response = await proxy.Get("/pets/7");
        using var undocumented = await proxy.Get("/nowhere");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Header("X-Contract-Answer")!.ShouldMatch("^example;.*;proxy=not-implemented$");
        undocumented.StatusCode.ShouldBe(HttpStatusCode.NotImplemented);
    }

    [Fact]
    public async Task Where_the_server_resets_the_connection_the_contract_responds()
    {
        await using var server = await TargetServer.StartAsync(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        await using var proxy = await ProxyFixture.StartAsync(server.Url);

        using var response = await proxy.Get("/pets/7");

        response.Header("X-Contract-Answer")!.ShouldEndWith(";proxy=down");
    }

    [Fact]
    public async Task Where_the_server_does_not_respond_in_time_the_contract_responds()
    {
        var clock = new FakeTimeProvider();
        var asked = new TaskCompletionSource();
        await using var server = await TargetServer.StartAsync(async context =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        });
        await using var proxy = await ProxyFixture.StartAsync(
            options => options with { Proxy = new ProxyOptions { Url = server.Url }, TimeProvider = clock });

        var pending = proxy.Get("/pets/7");
        await asked.Task;
        clock.Advance(TimeSpan.FromSeconds(30));
        using var response = await pending;

        response.Header("X-Contract-Answer")!.ShouldEndWith(";proxy=down");
        proxy.Mock.Requests[0].Exchange.Origin.Label.ShouldEndWith("no response within 30 s");
    }

    [Fact]
    public async Task A_response_that_breaks_off_becomes_502()
    {
        using var server = new BrokenServer("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{");
        await using var proxy = await ProxyFixture.StartAsync(server.Url);

        using var response = await proxy.Get("/pets/7");

        response.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        (await response.Json())["detail"]!.GetValue<string>()
            .ShouldContain("the connection was closed before the response was complete");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_the_limit_passes_whole_and_unchecked(bool hasLength)
    {
        var body = new byte[300_000];
        new Random(1).NextBytes(body);
        await using var server = await TargetServer.StartAsync(async context =>
        {
            context.Response.ContentLength = hasLength ? body.Length : null;
            await context.Response.Body.WriteAsync(body);
        });
        await using var proxy = await ProxyFixture.StartAsync(server.Url, options => options with { MaxResponseBytes = 100_000 });

        using var response = await proxy.Get("/pets/7");

        (await response.Content.ReadAsByteArrayAsync(Http.Cancelled)).ShouldBe(body);
        response.Header("X-Contract-Answer").ShouldBe("proxy;checked=?0;reason=\"the response: it is larger than 100000 bytes\"");
        proxy.Mock.Requests[0].Exchange.Origin.Label.ShouldBe("proxy, not checked: the response: it is larger than 100000 bytes");
    }

    [Fact]
    public async Task A_stream_of_events_passes_event_by_event()
    {
        var next = new TaskCompletionSource();
        await using var server = await TargetServer.StartAsync(async context =>
        {
            context.Response.ContentType = "text/event-stream";
            await context.Response.WriteAsync("data: 1\n\n");
            await context.Response.Body.FlushAsync();
            await next.Task;
            await context.Response.WriteAsync("data: 2\n\n");
        });
        await using var proxy = await ProxyFixture.StartAsync(server.Url);

        using var request = new HttpRequestMessage(HttpMethod.Get, "/stream");
        using var response = await proxy.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Http.Cancelled);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(Http.Cancelled));

        (await reader.ReadLineAsync(Http.Cancelled)).ShouldBe("data: 1");
        next.SetResult();
        (await reader.ReadToEndAsync(Http.Cancelled)).ShouldBe("\ndata: 2\n\n");
    }

    [Fact]
    public async Task A_stream_that_breaks_off_ends_the_clients_connection()
    {
        using var server = new BrokenServer(
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n9\r\ndata: 1\n\n\r\n");
        await using var proxy = await ProxyFixture.StartAsync(server.Url);

        await Should.ThrowAsync<HttpRequestException>(() => proxy.Client.GetStringAsync("/stream", Http.Cancelled));
    }

    [Fact]
    public async Task Nothing_is_held_after_the_responses_were_sent()
    {
        await using var server = await TargetServer.StartAsync("""{"name":"Tom"}""");
        await using var proxy = await ProxyFixture.StartAsync(
            options => options with { Proxy = new ProxyOptions { Url = server.Url }, MaxHeldBodyBytes = 1000 });

        for (var count = 0; count < 20; count++)
        {
            using var response = await proxy.Get("/pets/7");
            response.Header("X-Contract-Answer").ShouldBe("proxy;checked");
        }
    }

    [Theory]
    [InlineData("ftp://127.0.0.1/", "The server to forward to is named by an absolute URL of http or https.")]
    [InlineData("http://127.0.0.1/?a=1", "The URL of the server to forward to has neither a user name, nor a query, nor a fragment.")]
    public async Task A_url_that_cannot_be_used_is_refused(string url, string sentence)
    {
        var rejected = await Should.ThrowAsync<ProxyRejectedException>(() => ProxyFixture.StartAsync(new Uri(url)));

        rejected.Message.ShouldBe(sentence);
    }

    [Fact]
    public async Task The_mock_itself_is_refused_as_the_server()
    {
        var options = new MockOptions
        {
            Document = ShippedMock.Document, Port = 8098, Proxy = new ProxyOptions { Url = new Uri("http://localhost:8098/") },
        };

        var rejected = await Should.ThrowAsync<ProxyRejectedException>(() => MockHost.StartAsync(options, Http.Cancelled));

        rejected.Message.ShouldBe("The server to forward to is the mock itself, which listens on port 8098.");
    }
}
