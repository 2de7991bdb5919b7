using System.Net;
using System.Text;
using SocialContract.MockServer.Tests.Fuzz;

namespace SocialContract.MockServer.Tests.Responding;

/// <summary>What the document or a client asks for, and HTTP cannot carry.</summary>
public sealed class UnsendableTests(ShippedMock mock) : IClassFixture<ShippedMock>
{
    /// <summary>A client that gets 100 waits for another response until it gives up.</summary>
    [Theory]
    [InlineData("/x")]
    [InlineData("/x?__code=100")]
    public async Task An_interim_status_is_not_sent_as_a_response(string target)
    {
        using var document = new TemporaryDocument("""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths: { /x: { get: { responses: { '100': { description: Continue } } } } }
            """);
        await using var server = await MockHost.StartAsync(document.Path, Http.Cancelled);
        using var client = new HttpClient { BaseAddress = server.Url };

        using var response = await client.GetAsync(target, Http.Cancelled);

        response.StatusCode.ShouldBe(HttpStatusCode.NotImplemented);
        (await response.Json())["detail"]!.GetValue<string>().ShouldBe(
            "100 is an interim response: a client waits for another one after it (RFC 9110, section 15.2).");
    }

    /// <summary>RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5.</summary>
    [Theory]
    [InlineData(204)]
    [InlineData(205)]
    [InlineData(304)]
    public async Task A_body_that_a_status_cannot_have_is_not_sent(int status)
    {
        using var document = new TemporaryDocument($$"""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths:
              /reset:
                get:
                  responses:
                    '{{status}}':
                      description: reset
                      headers: { X-Reset: { schema: { type: string, const: 'yes' } } }
                      content: { application/json: { example: { done: true } } }
            """);
        var log = new RecordedLog();
        var exchanges = new RecordedExchanges();
        await using var server = await MockHost.StartAsync(
            new MockOptions { Document = document.Path, LoggerFactory = log, Sinks = [exchanges], Reload = false }, Http.Cancelled);
        using var client = new HttpClient { BaseAddress = server.Url };

        using var response = await client.Exchange(
            new HttpRequestMessage(HttpMethod.Get, "/reset").With("Origin", "http://localhost:3000"));

        ((int)response.StatusCode).ShouldBe(status);
        (await response.Text()).ShouldBeEmpty();
        response.Header("X-Reset").ShouldBe("yes");
        response.Header("Access-Control-Allow-Origin").ShouldBe("http://localhost:3000");
        var (exchange, _) = await exchanges.Next();
        exchange.Response!.Status.ShouldBe(status);
        exchange.Response.Body.Length.ShouldBe(0);
        exchange.ResponseViolations.ShouldBeEmpty();
        log.Texts.ShouldNotContain(text => text.Contains("failed", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Origin: http://é.example")]
    [InlineData("Origin: http://a.example\r\nAccess-Control-Request-Method: PÖST")]
    [InlineData("Origin: http://a.example\r\nAccess-Control-Request-Method: POST\r\nAccess-Control-Request-Headers: é")]
    public async Task An_origin_that_a_header_cannot_contain_is_not_reflected(string headers)
    {
        var request = $"OPTIONS /api/v3/instagram_accounts HTTP/1.1\r\nHost: a\r\nConnection: close\r\n{headers}\r\n\r\n";

        (await RawClient.Send(mock.Url, Encoding.UTF8.GetBytes(request))).ShouldBe(204);
    }
}
