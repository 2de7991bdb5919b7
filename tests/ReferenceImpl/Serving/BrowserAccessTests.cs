using System.Net;
using SocialContract.ReferenceImpl.Tests.Support;

namespace SocialContract.ReferenceImpl.Tests.Serving;

/// <summary>What a browser sends before and with a fetch of a page of another origin.</summary>
public sealed class BrowserAccessTests
{
    private const string Page = "http://localhost:3000";

    [Fact]
    public async Task A_preflight_is_allowed_everything_that_it_asks_for()
    {
        await using var server = await ReferenceHost.StartAsync(TestServer.Document, TestContext.Current.CancellationToken);

        using var response = await Preflight(server, "/api/v3/instagram_accounts/7");

        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        Header(response, "Access-Control-Allow-Origin").ShouldBe(Page);
        Header(response, "Access-Control-Allow-Credentials").ShouldBe("true");
        Header(response, "Access-Control-Allow-Methods").ShouldBe("DELETE");
        Header(response, "Access-Control-Allow-Headers").ShouldBe("authentication,content-type");
    }

    [Theory]
    [InlineData("/api/v3/instagram_accounts/7", "Bearer user-token", HttpStatusCode.NotFound)]
    [InlineData("/api/v3/instagram_accounts/7", "Bearer wrong", HttpStatusCode.Unauthorized)]
    [InlineData("/nowhere", "Bearer user-token", HttpStatusCode.NotFound)]
    public async Task A_page_can_read_every_response_of_the_API(string target, string token, HttpStatusCode status)
    {
        await using var server = await ReferenceHost.StartAsync(TestServer.Document, TestContext.Current.CancellationToken);

        using var response = await Send(server, HttpMethod.Delete, target, ("Origin", Page), ("Authentication", token));

        response.StatusCode.ShouldBe(status);
        Header(response, "Access-Control-Allow-Origin").ShouldBe(Page);
        Header(response, "Vary").ShouldBe("Origin");
    }

    [Fact]
    public async Task The_provider_states_are_not_for_pages_of_other_origins()
    {
        await using var server = await ReferenceHost.StartAsync(TestServer.Document, TestContext.Current.CancellationToken);

        using var response = await Preflight(server, ReferenceHost.ProviderStatesPath);

        Header(response, "Access-Control-Allow-Origin").ShouldBeNull();
    }

    [Fact]
    public async Task It_can_be_switched_off()
    {
        await using var server = await ReferenceHost.StartAsync(
            new ReferenceOptions { Document = TestServer.Document, Cors = false }, TestContext.Current.CancellationToken);

        using var response = await Preflight(server, "/api/v3/instagram_accounts/7");

        Header(response, "Access-Control-Allow-Origin").ShouldBeNull();
    }

    private static Task<HttpResponseMessage> Preflight(ReferenceHost server, string target) => Send(
        server,
        HttpMethod.Options,
        target,
        ("Origin", Page),
        ("Access-Control-Request-Method", "DELETE"),
        ("Access-Control-Request-Headers", "authentication,content-type"));

    private static async Task<HttpResponseMessage> Send(
        ReferenceHost server, HttpMethod method, string target, params (string Name, string Value)[] headers)
    {
        using var client = new HttpClient { BaseAddress = server.Url };
        using var request = new HttpRequestMessage(method, target);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
