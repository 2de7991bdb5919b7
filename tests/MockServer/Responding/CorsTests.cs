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

    [Theory]
    [InlineData("code=404")]
    [InlineData("dynamic=true, seed=1")]
    public async Task A_preferred_response_allows_the_origin_once(string preference)
    {
        using var response = await mock.Client.Exchange(
            ShippedMock.Delete().With("Origin", "http://localhost:3000").With("Prefer", preference));

        response.Header("Preference-Applied").ShouldNotBeNull();
        response.Header("Access-Control-Allow-Origin").ShouldBe("http://localhost:3000");
        response.Header("Access-Control-Allow-Credentials").ShouldBe("true");
        response.Header("Vary").ShouldBe("Origin");
    }

    [Fact]
    public async Task Fields_of_the_document_that_allow_an_origin_give_way_to_those_of_the_request()
    {
        using var document = new TemporaryDocument("""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths:
              /x:
                get:
                  responses:
                    '200':
                      description: ok
                      headers:
                        access-control-allow-origin: { required: true, schema: { type: string }, example: '*' }
                        Access-Control-Allow-Credentials: { schema: { type: string }, example: 'false' }
                        Access-Control-Expose-Headers: { schema: { type: string }, example: 'X-Total' }
                        Vary: { schema: { type: string }, example: 'Accept' }
            """);
        await using var own = await MockHost.StartAsync(document.Path, Http.Cancelled);
        using var client = new HttpClient { BaseAddress = own.Url };

        using var from = await client.Exchange(new HttpRequestMessage(HttpMethod.Get, "/x").With("Origin", "http://localhost:3000"));
        using var without = await client.Exchange(new HttpRequestMessage(HttpMethod.Get, "/x"));

        from.Header("Access-Control-Allow-Origin").ShouldBe("http://localhost:3000");
        from.Header("Access-Control-Allow-Credentials").ShouldBe("true");
        from.Header("Access-Control-Expose-Headers").ShouldNotBeNull().ShouldStartWith("X-Total, X-Contract-");
        from.Header("Vary").ShouldBe("Accept, Origin");
        from.Header("X-Contract-Answer-Violations").ShouldBeNull();
        without.Header("Access-Control-Allow-Origin").ShouldBe("*");
        without.Header("Access-Control-Allow-Credentials").ShouldBe("false");
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
