using System.Net;

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
    public async Task Connections_are_kept_alive()
    {
        using var first = await mock.Client.Exchange(ShippedMock.Delete());
        using var second = await mock.Client.Exchange(ShippedMock.Delete());

        first.Version.ShouldBe(HttpVersion.Version11);
        (first.Headers.ConnectionClose ?? false).ShouldBeFalse();
        second.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
