using System.Net;

namespace SocialContract.MockServer.Tests.Proxying;

/// <summary>Stubs in Java WireMock's form that name a server.</summary>
public sealed class ForwardingStubTests
{
    [Fact]
    public async Task A_stub_forwards_with_its_headers_and_without_a_prefix_and_is_judged()
    {
        await using var server = await TargetServer.StartAsync("""{"name":7}""");
        await using var mock = await ProxyFixture.StartAsync(options => options);
        using var posted = await Add(mock, $$"""
            {
              "request": { "urlPathPattern": "/v2/.*" },
              "response": {
                "proxyBaseUrl": "{{server.Url}}base", "proxyUrlPrefixToRemove": "/v2", "headers": { "X-Stub": "1" },
                "additionalProxyRequestHeaders": { "X-Added": "yes", "User-Agent": "stub" }, "removeProxyRequestHeaders": ["X-Removed"]
              }
            }
            """);

        using var response = await mock.Client.Exchange(
            new HttpRequestMessage(HttpMethod.Get, "/v2/pets/7?a=1").With("X-Removed", "1").With("User-Agent", "client"));
        using var other = await mock.Get("/pets/7");

        posted.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await response.Text()).ShouldBe("""{"name":7}""");
        response.Header("X-Stub").ShouldBe("1");
        response.Header("X-Contract-Answer")!.ShouldMatch("^stub;name=.*;proxy$");
        response.Header("X-Contract-Answer-Violations")!.ShouldContain("instance=\"/body/name\"");
        server.Received.Target.ShouldBe("/base/pets/7?a=1");
        server.Received.Headers["X-Added"].ShouldBe("yes");
        server.Received.Headers["User-Agent"].ShouldBe("stub");
        server.Received.Headers.Contains("X-Removed").ShouldBeFalse();
        (await other.Json()).ShouldBeJson("""{"name":"Rex"}""");
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_stub_whose_server_is_down_is_502()
    {
        await using var mock = await ProxyFixture.StartAsync(options => options);
        using var posted = await Add(mock, """{"request":{"url":"/x"},"response":{"proxyBaseUrl":"http://127.0.0.1:1"}}""");

        using var response = await mock.Get("/x");

        response.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        (await response.Json())["detail"]!.GetValue<string>().ShouldEndWith("did not respond: the connection is refused.");
    }

    [Fact]
    public async Task Other_machines_cannot_let_the_mock_forward_unless_that_was_asked_for()
    {
        await using var mock = await ProxyFixture.StartAsync(options => options with { Host = "0.0.0.0", AdminToken = "key" });
        mock.Client.DefaultRequestHeaders.Authorization = new("Bearer", "key");

        using var posted = await Add(mock, """{"request":{"url":"/x"},"response":{"proxyBaseUrl":"http://127.0.0.1:1"}}""");

        posted.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await posted.Text()).ShouldContain("/response/proxyBaseUrl");
        (await posted.Text()).ShouldContain("does not listen on loopback alone");
    }

    private static Task<HttpResponseMessage> Add(ProxyFixture mock, string stub) =>
        mock.Client.PostAsync("/__admin/mappings", new StringContent(stub), Http.Cancelled);
}
