using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace SocialContract.MockServer.Tests.Hosting;

public sealed class LimitsTests(ShippedMock mock) : IClassFixture<ShippedMock>
{
    [Fact]
    public async Task A_body_over_the_limit_is_413()
    {
        await using var small = await MockHost.StartAsync(
            new MockOptions { Document = ShippedMock.Document, MaxBodyBytes = 1000 }, Http.Cancelled);
        using var client = new HttpClient { BaseAddress = small.Url };

        using var within = await client.Exchange(
            ShippedMock.Post("{\"facebook_account\": {\"fb_token\": \"T\", \"fb_uid\": \"1\"}}".PadRight(1000)));
        using var over = await client.Exchange(
            ShippedMock.Post("{\"facebook_account\": {\"fb_token\": \"T\", \"fb_uid\": \"1\"}}".PadRight(1001)));

        within.StatusCode.ShouldBe(HttpStatusCode.OK);
        over.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await over.Text()).ShouldContain(
            "The body is larger than 1000 bytes, the limit that was set when the mock started.");
    }

    [Fact]
    public async Task A_chunked_body_over_the_limit_is_413_too()
    {
        await using var small = await MockHost.StartAsync(
            new MockOptions { Document = ShippedMock.Document, MaxBodyBytes = 1000 }, Http.Cancelled);
        using var client = new HttpClient { BaseAddress = small.Url };
        var request = ShippedMock.Request(HttpMethod.Post, "/api/v3/instagram_accounts");
        request.Headers.TransferEncodingChunked = true;
        request.Content = new StreamContent(new MemoryStream(Encoding.ASCII.GetBytes(new string(' ', 5000))))
        {
            Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
        };

        using var response = await client.Exchange(request);

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData(64, HttpStatusCode.OK)]
    [InlineData(65, HttpStatusCode.BadRequest)]
    [InlineData(100_000, HttpStatusCode.BadRequest)]
    public async Task Bodies_nest_64_levels_deep_and_no_deeper(int levels, HttpStatusCode expected)
    {
        var inner = levels - 1;
        var body =
            $$"""{"facebook_account": {"fb_token": "T", "fb_uid": "1"}, "unknown": {{new string('[', inner)}}{{new string(']', inner)}}}""";

        using var response = await mock.Client.Exchange(ShippedMock.Post(body));

        response.StatusCode.ShouldBe(expected);
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\n\r\n")]
    [InlineData("\0\0\0\0\r\n\r\n")]
    [InlineData("POST /api/v3/instagram_accounts HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\n")]
    [InlineData("GET /%zz/%/%00?a=%&b[=1&]=2 HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("BREW /api/v3/instagram_accounts/1 HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET http://elsewhere.example/api/v3/instagram_accounts/1 HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n")]
    [InlineData("DELETE /api/v3/instagram_accounts/%ff%fe HTTP/1.1\r\nHost: a\r\nAuthentication: Bearer T\r\n\r\n")]
    [InlineData(
        "DELETE /api/v3/instagram_accounts/1?__code=999&__example=&__delay=x HTTP/1.1\r\nHost: a\r\nAuthentication: Bearer T\r\n\r\n")]
    public async Task Nothing_that_a_client_sends_is_answered_with_500(string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(mock.Url.Host, mock.Url.Port, Http.Cancelled);
        await socket.GetStream().WriteAsync(Encoding.Latin1.GetBytes(request), Http.Cancelled);
        var buffer = new byte[100];

        var read = await socket.GetStream().ReadAsync(buffer, Http.Cancelled);

        Encoding.ASCII.GetString(buffer, 0, read).ShouldStartWith("HTTP/1.1 4", customMessage: request);
    }
}
