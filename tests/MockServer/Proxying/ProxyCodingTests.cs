using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.Http;

namespace SocialContract.MockServer.Tests.Proxying;

/// <summary>A proxy between a client and a server that send bodies with codings.</summary>
public sealed class ProxyCodingTests
{
    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_compressed_body_passes_unchanged_and_is_checked_decoded(string coding)
    {
        var sent = Compressed(coding, "{\"name\":7,\"code\":\"SECRETCODE\"}"u8.ToArray());
        await using var server = await TargetServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.Headers.ContentEncoding = coding;
            await context.Response.Body.WriteAsync(sent);
        });
        await using var proxy = await ProxyFixture.StartAsync(server.Url);

        using var response = await proxy.Client.Exchange(
            new HttpRequestMessage(HttpMethod.Get, "/pets/7").With("Accept-Encoding", coding));

        (await response.Content.ReadAsByteArrayAsync(Http.Cancelled)).ShouldBe(sent);
        response.Header("Content-Encoding").ShouldBe(coding);
        server.Received.Headers["Accept-Encoding"].ShouldBe(coding);
        response.Header("X-Contract-Answer-Violations")!.ShouldContain("instance=\"/body/name\"");
        var shown = System.Text.Encoding.UTF8.GetString(proxy.Mock.Requests[0].Response!.Body.Span);
        shown.ShouldContain("\"name\":7");
        shown.ShouldNotContain("SECRETCODE");
    }

    [Fact]
    public async Task A_body_in_another_coding_passes_unchecked()
    {
        await using var server = await TargetServer.StartAsync(async context =>
        {
            context.Response.Headers.ContentEncoding = "zstd";
            await context.Response.WriteAsync("abc");
        });
        await using var proxy = await ProxyFixture.StartAsync(server.Url, options => options with { FailOnViolation = true });

        using var response = await proxy.Get("/pets/7");

        (await response.Text()).ShouldBe("abc");
        response.Header("X-Contract-Answer")!.ShouldStartWith("proxy;checked=?0;reason=\"the response: its Content-Encoding is not ");
    }

    [Fact]
    public async Task With_fail_on_violation_a_response_that_is_not_in_its_coding_becomes_502()
    {
        await using var server = await TargetServer.StartAsync(NoGzip);
        await using var proxy = await ProxyFixture.StartAsync(server.Url, options => options with { FailOnViolation = true });

        using var response = await proxy.Get("/pets/7");

        response.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        (await response.Json())["detail"]!.GetValue<string>()
            .ShouldBe("The server's response, 200, cannot be checked: its bytes do not match its Content-Encoding.");
        proxy.Mock.Requests[0].Exchange.Origin.Label.ShouldContain("response refused by the proxy");
    }

    [Fact]
    public async Task With_fail_on_violation_a_request_that_is_not_in_its_coding_is_not_forwarded()
    {
        await using var server = await TargetServer.StartAsync("{}", 201);
        await using var proxy = await ProxyFixture.StartAsync(server.Url, options => options with { FailOnViolation = true });

        using var content = new ByteArrayContent("{}"u8.ToArray())
        {
            Headers = { ContentType = new("application/json"), ContentEncoding = { "gzip" } },
        };
        using var response = await proxy.Client.PostAsync("/pets", content, Http.Cancelled);

        response.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        (await response.Json())["detail"]!.GetValue<string>().ShouldBe(
            "The request was not forwarded, because it cannot be checked: the request's body: "
            + "its bytes do not match its Content-Encoding.");
        server.Requests.ShouldBeEmpty();
    }

    private static Task NoGzip(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        context.Response.Headers.ContentEncoding = "gzip";
        return context.Response.WriteAsync("not compressed");
    }

    private static byte[] Compressed(string coding, byte[] body)
    {
        using var sent = new MemoryStream();
        using (Stream encoder = coding switch
        {
            "gzip" => new GZipStream(sent, CompressionLevel.Optimal, leaveOpen: true),
            "br" => new BrotliStream(sent, CompressionLevel.Optimal, leaveOpen: true),
            _ => new ZLibStream(sent, CompressionLevel.Optimal, leaveOpen: true),
        })
        {
            encoder.Write(body);
        }

        return sent.ToArray();
    }
}
