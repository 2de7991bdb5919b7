using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging;
using SocialContract.ReferenceImpl.Tests.Support;

namespace SocialContract.ReferenceImpl.Tests.Serving;

/// <summary>Bytes that are not valid HTTP are the client's error: a body with the reason, and a line in the log without a stack.</summary>
public sealed class MalformedRequestTests
{
    private const string Post = "POST /api/v3/instagram_accounts HTTP/1.1\r\nHost: a\r\nAuthentication: Bearer user-token\r\n"
        + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";

    [Theory]
    [InlineData("GET / HTTP/1.1\r\n\r\n", 400, "GET refused with 400: Request is missing Host header")]
    [InlineData("GET / HTTP/3.7\r\nHost: a\r\n\r\n", 505, "- refused with 505: Unrecognized HTTP version")]
    [InlineData(Post + "80000000\r\n{}", 400, "POST refused with 400: Bad chunk size data")]
    [InlineData(Post + "5\r\n{\"a\":\r\nFFFFFFFF\r\n{}", 400, "POST refused with 400: Bad chunk size data")]
    [InlineData(Post + "zz\r\n{}", 400, "POST refused with 400: Bad chunk size data")]
    public async Task A_malformed_request_has_a_body_and_a_line_in_the_log(string request, int status, string line)
    {
        using var log = new Lines();
        await using var server = await TestServer.StartAsync(options => options with
        {
            Logging = logging => logging.AddFilter("Microsoft.AspNetCore.Hosting", LogLevel.None).AddProvider(log),
        });

        var answer = await Send(server.Url, request);

        answer.ShouldStartWith($"HTTP/1.1 {status} ");
        answer.ShouldContain("Content-Type: application/problem+json");
        answer.ShouldContain(line.Split(": ")[1]);
        log.Written.Where(written => !written.StartsWith("Microsoft.", StringComparison.Ordinal))
            .ShouldBe([$"SocialContract.ReferenceImpl.Serving.MalformedRequestHandler {LogLevel.Information} {line}"]);
        log.Written.ShouldNotContain(written => written.Contains("unhandled", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/api/v3/instagram_accounts", "Content-Length: 101\r\n\r\n")]
    [InlineData("/api/v3/instagram_accounts", "Transfer-Encoding: chunked\r\n\r\n65\r\n")]
    [InlineData("/_contract/provider-states", "Content-Length: 101\r\n\r\n")]
    [InlineData("/_contract/provider-states", "Transfer-Encoding: chunked\r\n\r\n65\r\n")]
    public async Task A_body_over_the_limit_has_a_reason_and_a_line_in_the_log(string path, string rest)
    {
        using var log = new Lines();
        await using var server = await TestServer.StartAsync(options => options with
        {
            MaxBodyBytes = 100,
            Logging = logging => logging.AddFilter("Microsoft.AspNetCore.Hosting", LogLevel.None).AddProvider(log),
        });
        var body = new string(' ', 101) + "\r\n0\r\n\r\n";

        var answer = await Send(
            server.Url, $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n{rest}{body}");

        answer.ShouldStartWith("HTTP/1.1 413 ");
        answer.ShouldContain("Connection: close\r\n");
        answer.ShouldContain("Content-Type: application/problem+json");
        answer.ShouldContain("The body is larger than 100 bytes, the limit that was set when the server started.");
        log.Written.Where(written => !written.StartsWith("Microsoft.", StringComparison.Ordinal))
            .ShouldHaveSingleItem().ShouldEndWith($"{LogLevel.Information} POST refused with 413: The body is larger than 100 bytes");
    }

    [Fact]
    public async Task Of_a_client_that_begins_with_HTTP_2_the_log_tells_that_no_response_was_sent()
    {
        using var log = new Lines();
        await using var server = await TestServer.StartAsync(options => options with
        {
            Logging = logging => logging.AddFilter("Microsoft.AspNetCore.Hosting", LogLevel.None).AddProvider(log),
        });

        (await Send(server.Url, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")).ShouldNotContain("HTTP/1.1");

        log.Written.ShouldContain(
            line => line.EndsWith("- refused without a response: Unrecognized HTTP version", StringComparison.Ordinal));
    }

    private static async Task<string> Send(Uri url, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(url.Host, url.Port, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Lines : ILoggerProvider
    {
        private readonly List<string> _written = [];

        public IReadOnlyList<string> Written
        {
            get
            {
                lock (_written)
                {
                    return [.. _written];
                }
            }
        }

        public ILogger CreateLogger(string categoryName) => new LineLogger(categoryName, _written);

        public void Dispose()
        {
        }

        private sealed class LineLogger(string category, List<string> written) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(
                LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                lock (written)
                {
                    written.Add($"{category} {logLevel} {formatter(state, exception)}");
                }
            }
        }
    }
}
