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
        (await response.Text()).ShouldContain("interim");
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
