using System.Net;

namespace SocialContract.MockServer.Tests.Responding;

public sealed class CorsTests(ShippedMock mock) : IClassFixture<ShippedMock>
{
    [Fact]
    public async Task A_preflight_is_answered_before_anything_else()
    {
        var request = new HttpRequestMessage(HttpMethod.Options, "/api/v3/instagram_accounts")
            .With("Origin", "http://localhost:3000")
            .With("Access-Control-Request-Method", "POST")
            .With("Access-Control-Request-Headers", "authentication,content-type");

        using var response = await mock.Client.Exchange(request);

        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        response.Header("Access-Control-Allow-Origin").ShouldBe("http://localhost:3000");
        response.Header("Access-Control-Allow-Methods").ShouldBe("POST");
        response.Header("Access-Control-Allow-Headers").ShouldBe("authentication,content-type");
        response.Header("Access-Control-Allow-Credentials").ShouldBe("true");
    }

    [Theory]
    [InlineData("/api/v3/instagram_accounts/7")]
    [InlineData("/api/v3/instagram_accounts/word")]
    [InlineData("/nowhere")]
    public async Task Every_response_of_the_API_can_be_read_by_a_page_of_another_origin(string target)
    {
        using var response = await mock.Client.Exchange(
            ShippedMock.Request(HttpMethod.Delete, target).With("Origin", "http://localhost:3000"));

        response.Header("Access-Control-Allow-Origin").ShouldBe("http://localhost:3000");
        response.Header("Access-Control-Expose-Headers").ShouldNotBeNull().ShouldContain("X-Contract-Answer");
        response.Header("Vary").ShouldBe("Origin");
    }

    [Fact]
    public async Task It_can_be_switched_off()
    {
        await using var strict = await MockHost.StartAsync(
            new MockOptions { Document = ShippedMock.Document, Cors = false }, Http.Cancelled);
        using var client = new HttpClient { BaseAddress = strict.Url };

        using var response = await client.Exchange(ShippedMock.Delete().With("Origin", "http://localhost:3000"));

        response.Header("Access-Control-Allow-Origin").ShouldBeNull();
    }
}
