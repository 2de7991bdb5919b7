using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Time.Testing;
using SocialContract.Contract.AspNetCore.Hosting;
using SocialContract.Contract.AspNetCore.Refusals;
using SocialContract.Contract.Exchanges;
using SocialContract.Contract.Messages;

namespace SocialContract.MockServer.Tests.Hosting;

/// <summary>What Kestrel refuses before the mock sees it: a body with the reason, and an exchange for the log and other sinks.</summary>
public sealed class RefusedRequestTests
{
    private const string Post = "POST /api/v3/instagram_accounts HTTP/1.1\r\nHost: a\r\nAuthentication: Bearer T\r\n"
        + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";

    public static TheoryData<string, int, string, string> Refused => new()
    {
        { "GET / HTTP/1.1\r\n\r\n", 400, "GET /", "Request is missing Host header" },
        { "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400, "GET /", "Multiple Host headers" },
        { "\0\0\0\r\n\r\n", 400, "- -", "Invalid request line" },
        { "GET /?fb_token=SECRET HTTP/1.1\r\nHost: a\r\nX SECRET\r\n\r\n", 400, "GET /?fb_token=(redacted)", "Invalid request header" },
        { "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\n", 400, "POST /x", "Invalid content length" },
        { "GET * HTTP/1.1\r\nHost: a\r\n\r\n", 405, "- -", "Method not allowed" },
        { $"GET /{new string('x', 10_000)} HTTP/1.1\r\nHost: a\r\n\r\n", 414, "- -", "Request line too long" },
        { $"GET /x HTTP/1.1\r\nHost: a\r\nX: {new string('x', 40_000)}\r\n\r\n", 431, "GET /x", "Request headers too long" },
        { "GET /x HTTP/3.7\r\nHost: a\r\n\r\n", 505, "- -", "Unrecognized HTTP version" },
    };

    [Theory, MemberData(nameof(Refused))]
    public async Task A_request_that_Kestrel_refuses_has_a_body_and_is_logged_with_the_reason(
        string request, int status, string shown, string reason)
    {
        var exchanges = new RecordedExchanges();
        await using var mock = await Start(exchanges);

        var (head, body) = await Send(mock.Url, request);

        head.ShouldStartWith($"HTTP/1.1 {status} ");
        head.ShouldContain("\r\nContent-Type: application/problem+json\r\n");
        head.ShouldContain($"\r\nContent-Length: {body.Length}\r\n");
        var problem = JsonNode.Parse(body)!;
        problem["status"]!.GetValue<int>().ShouldBe(status);
        problem["detail"]!.GetValue<string>().ShouldBe($"The server cannot take this request: {reason}.");
        body.ShouldNotContain("SECRET");
        var exchange = (await exchanges.Next()).Shown;
        $"{exchange.Request.Method} {exchange.Request.Target}".ShouldBe(shown);
        Head(exchange.Response!).ShouldBe(head[(head.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
        exchange.Response!.Status.ShouldBe(status);
        Encoding.UTF8.GetString(exchange.Response.Body.Span).ShouldBe(body);
        exchange.Origin.Kind.ShouldBe(ExchangeOriginKind.Problem);
        exchange.Origin.Label.ShouldBe($"refused ({reason})");
    }

    [Fact]
    public async Task The_body_of_a_refusal_is_problem_details_without_empty_members()
    {
        await using var mock = await Start();

        (await Send(mock.Url, "GET / HTTP/1.1\r\n\r\n")).Body.ShouldBe(
            """
            {"type":"about:blank","title":"Bad Request","status":400,"detail":"The server cannot take this request: Request is missing Host header."}
            """);
    }

    [Fact]
    public async Task A_refused_HEAD_has_no_body_and_none_is_recorded()
    {
        var exchanges = new RecordedExchanges();
        await using var mock = await Start(exchanges);

        var (head, body) = await Send(mock.Url, "HEAD / HTTP/1.1\r\n\r\n");

        head.ShouldStartWith("HTTP/1.1 400 ");
        body.ShouldBeEmpty();
        var response = (await exchanges.Next()).Whole.Response!;
        Head(response).ShouldBe(head[(head.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
        response.Body.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task To_a_client_that_begins_with_HTTP_2_no_response_is_recorded()
    {
        var exchanges = new RecordedExchanges();
        await using var mock = await Start(exchanges);

        var sent = await Bytes(mock.Url, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");

        // A GOAWAY frame: length 8, type 7.
        sent[..4].ShouldBe([0, 0, 8, 7]);
        var exchange = (await exchanges.Next()).Whole;
        exchange.Response.ShouldBeNull();
        exchange.Origin.Kind.ShouldBe(ExchangeOriginKind.None);
        exchange.Origin.Label.ShouldBe("refused without a response (Unrecognized HTTP version)");
    }

    [Fact]
    public async Task The_headers_that_were_read_are_recorded_and_secrets_in_them_are_not_shown()
    {
        var exchanges = new RecordedExchanges();
        await using var mock = await Start(exchanges);

        await Send(
            mock.Url,
            "GET /x HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer SECRET\r\nX-A: 1\r\nX-A: 2\r\nX B\r\nX-C: 3\r\n\r\n");

        var (whole, shown) = await exchanges.Next();
        whole.Request.Headers.Select(line => $"{line.Key}: {line.Value}").ShouldBe(
            ["Host: a", "Authorization: Bearer SECRET", "X-A: 1", "X-A: 2"], ignoreOrder: true);
        shown.Request.Headers["Authorization"]!.ShouldNotContain("SECRET");
    }

    [Fact]
    public async Task A_refused_request_has_nothing_of_the_request_before_it()
    {
        var exchanges = new RecordedExchanges();
        await using var mock = await Start(exchanges);

        await Send(mock.Url, "GET /first HTTP/1.1\r\nHost: a\r\nX-A: 1\r\n\r\n\0\0\r\n\r\n");

        (await exchanges.Next()).Whole.Request.Target.ShouldBe("/first");
        var refused = (await exchanges.Next()).Whole.Request;
        $"{refused.Method} {refused.Target} {refused.Headers.Count}".ShouldBe("- - 0");
    }

    [Fact]
    public async Task A_refused_request_is_timed_by_the_mocks_clock()
    {
        var noon = new DateTimeOffset(2031, 5, 6, 12, 0, 0, TimeSpan.Zero);
        var clock = new FakeTimeProvider(noon) { AutoAdvanceAmount = TimeSpan.FromSeconds(1) };
        var exchanges = new RecordedExchanges();
        await using var mock = await MockHost.StartAsync(
            new MockOptions { Document = ShippedMock.Document, Reload = false, Sinks = [exchanges], TimeProvider = clock }, Http.Cancelled);

        await Send(mock.Url, "GET / HTTP/1.1\r\n\r\n");

        var exchange = (await exchanges.Next()).Whole;
        exchange.Started.ShouldBeInRange(noon, noon.AddHours(1));
        exchange.Elapsed.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task A_refused_method_keeps_its_Allow()
    {
        await using var mock = await Start();

        (await Send(mock.Url, "GET * HTTP/1.1\r\nHost: a\r\n\r\n")).Head.ShouldContain("\r\nAllow: OPTIONS");
    }

    [Fact]
    public async Task A_refused_request_behind_others_leaves_their_responses_whole()
    {
        const string Health = "HEAD /__admin/health HTTP/1.1\r\nHost: localhost\r\n\r\n";
        await using var mock = await Start();

        var (head, body) = await Send(mock.Url, $"{Health}{Health}GET / HTTP/1.1\r\n\r\n");

        head.ShouldStartWith("HTTP/1.1 200 ");
        body.Split("HTTP/1.1 ").Select(response => response.Split(' ')[0]).ShouldBe(["", "200", "400"]);
        body.ShouldEndWith("Request is missing Host header.\"}");
    }

    [Theory]
    [InlineData("80000000")]
    [InlineData("FFFFFFFF")]
    [InlineData("8000000000")]
    [InlineData("FFFFFFFFFFFFFFFFFFFF")]
    [InlineData("-1")]
    [InlineData("zz")]
    public async Task A_malformed_chunk_size_is_400_and_logged_once(string size)
    {
        var exchanges = new RecordedExchanges();
        await using var mock = await Start(exchanges);

        var (head, body) = await Send(mock.Url, $"{Post}5\r\n{{\"a\":\r\n{size}\r\n1}}\r\n0\r\n\r\n");
        await Send(mock.Url, "GET /next HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        head.ShouldStartWith("HTTP/1.1 400 ");
        head.ShouldContain("\r\nConnection: close\r\n");
        JsonNode.Parse(body)!["detail"]!.GetValue<string>().ShouldBe("Bad chunk size data.");
        (await exchanges.Next()).Shown.Origin.Label.ShouldBe("malformed request (Bad chunk size data)");
        (await exchanges.Next()).Shown.Request.Target.ShouldBe("/next");
    }

    [Fact]
    public async Task A_request_whose_headers_do_not_come_in_time_is_408()
    {
        var refused = new TaskCompletionSource<RefusedRequest>();
        var builder = KestrelServer.CreateBuilder("127.0.0.1", 0, TimeProvider.System, refused.SetResult);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(1));
        await using var web = builder.Build();
        await KestrelServer.StartAsync(web, "127.0.0.1", 0, Http.Cancelled);

        var (head, body) = await Send(new Uri(web.Urls.First()), "GET /x HTTP/1.1\r\nHost: a\r\nX: ");

        head.ShouldStartWith("HTTP/1.1 408 ");
        body.ShouldContain("Reading the request headers timed out.");
        (await refused.Task).Response!.Status.ShouldBe(408);
    }

    private static Task<MockHost> Start(params RecordedExchanges[] sinks) => MockHost.StartAsync(
        new MockOptions { Document = ShippedMock.Document, Reload = false, Sinks = sinks }, Http.Cancelled);

    private static async Task<(string Head, string Body)> Send(Uri url, string request)
    {
        var text = Encoding.Latin1.GetString(await Bytes(url, request));
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return (text[..(end + 2)], text[(end + 4)..]);
    }

    private static string Head(ResponseMessage response) =>
        string.Concat(response.Headers.Select(line => $"{line.Key}: {line.Value}\r\n"));

    /// <summary>Sends bytes and reads until the server closes the connection.</summary>
    private static async Task<byte[]> Bytes(Uri url, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(url.Host, url.Port, Http.Cancelled);
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(request), Http.Cancelled);
        var answer = new MemoryStream();
        try
        {
            await client.GetStream().CopyToAsync(answer, Http.Cancelled);
        }
        catch (IOException)
        {
            // The server closes before it has read everything.
        }

        return answer.ToArray();
    }
}
