using System.Net;
using System.Text.Json;

namespace SocialContract.MockServer.Tests.Admin;

public sealed class AdminTests(ShippedMock mock) : IClassFixture<ShippedMock>
{
    [Fact]
    public async Task The_document_is_served_as_it_was_written()
    {
        (await mock.Client.GetByteArrayAsync("/__admin/openapi.yaml", Http.Cancelled))
            .ShouldBe(await File.ReadAllBytesAsync(ShippedMock.Document, Http.Cancelled));
    }

    [Fact]
    public async Task The_document_is_served_as_json()
    {
        var json = JsonElement.Parse(await mock.Client.GetByteArrayAsync("/__admin/openapi.json", Http.Cancelled));

        json.GetProperty("paths")
            .GetProperty("/api/v3/instagram_accounts")
            .GetProperty("post")
            .GetProperty("operationId")
            .GetString()
            .ShouldBe("createInstagramAccounts");
    }

    [Fact]
    public async Task Health_says_what_is_served()
    {
        using var response = await mock.Client.GetAsync("/__admin/health", Http.Cancelled);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Json())["status"]!.GetValue<string>().ShouldBe("healthy");
        (await response.Json())["operations"]!.GetValue<int>().ShouldBe(3);
        (await response.Json())["uptimeInSeconds"]!.GetValue<long>().ShouldBeGreaterThanOrEqualTo(0);
        DateTimeOffset.Parse((await response.Json())["timestamp"]!.GetValue<string>()).ShouldBeGreaterThan(DateTimeOffset.UnixEpoch);
    }

    [Theory]
    [InlineData("GET", "/__admin/nothing", 404)]
    [InlineData("POST", "/__admin/health", 405)]
    public async Task What_is_not_there_is_said_to_be_not_there(string method, string target, int status)
    {
        using var response = await mock.Client.Exchange(new HttpRequestMessage(new HttpMethod(method), target));

        ((int)response.StatusCode).ShouldBe(status);
        (await response.Text()).ShouldContain("\"detail\"");
    }
}
