using System.Net;
using System.Net.Sockets;

namespace SocialContract.MockServer.Tests.Responding;

public sealed class RoutingTests(ShippedMock mock) : IClassFixture<ShippedMock>
{
    [Fact]
    public async Task An_unknown_path_is_404_with_the_nearest_documented_paths()
    {
        using var response = await mock.Client.Exchange(ShippedMock.Request(HttpMethod.Post, "/api/v3/instagram_acounts", "{}"));

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await response.Json())["nearest"]![0]!.GetValue<string>().ShouldBe("POST /api/v3/instagram_accounts");
    }

    [Fact]
    public async Task An_unknown_method_is_405_with_the_methods_that_are_documented()
    {
        using var response = await mock.Client.Exchange(ShippedMock.Request(HttpMethod.Put, "/api/v3/instagram_accounts/7"));

        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.ShouldContain("DELETE");
    }

    [Fact]
    public async Task Options_lists_the_methods_of_a_path()
    {
        using var response = await mock.Client.Exchange(new HttpRequestMessage(HttpMethod.Options, "/api/v3/instagram_accounts/7"));

        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        response.Content.Headers.Allow.ShouldBe(["DELETE", "OPTIONS"]);
    }

    [Fact]
    public async Task Options_of_the_server_lists_the_methods_of_all_paths_and_is_recorded()
    {
        const string Document = """
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths:
              /a:
                get: { responses: { '204': { description: A } } }
                put: { responses: { '204': { description: B } } }
              /b:
                get: { responses: { '204': { description: C } } }
                patch: { responses: { '204': { description: D } } }
            """;
        using var file = new TemporaryDocument(Document);
        var exchanges = new RecordedExchanges();
        await using var other = await MockHost.StartAsync(
            new MockOptions { Document = file.Path, Reload = false, Sinks = [exchanges] }, Http.Cancelled);
        using var client = new TcpClient();
        await client.ConnectAsync(other.Url.Host, other.Url.Port, Http.Cancelled);

        await client.GetStream().WriteAsync("OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"u8.ToArray(), Http.Cancelled);
        using var reader = new StreamReader(client.GetStream());
        var response = await reader.ReadToEndAsync(Http.Cancelled);

        response.ShouldStartWith("HTTP/1.1 204 ");
        response.ShouldContain("\r\nAllow: GET, PUT, PATCH, HEAD, OPTIONS\r\n");
        var exchange = (await exchanges.Next()).Whole;
        $"{exchange.Request.Method} {exchange.Request.Target} {exchange.Response!.Status}".ShouldBe("OPTIONS * 204");
    }

    [Fact]
    public async Task Connections_are_kept_alive()
    {
        using var first = await mock.Client.Exchange(ShippedMock.Delete());
        using var second = await mock.Client.Exchange(ShippedMock.Delete());

        first.Version.ShouldBe(HttpVersion.Version11);
        (first.Headers.ConnectionClose ?? false).ShouldBeFalse();
        second.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
