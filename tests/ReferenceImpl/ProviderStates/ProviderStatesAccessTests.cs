using System.Net;
using System.Text;
using SocialContract.ReferenceImpl.Tests.Support;

namespace SocialContract.ReferenceImpl.Tests.ProviderStates;

/// <summary>The provider states are for programs of this machine, not for a page of another site.</summary>
public sealed class ProviderStatesAccessTests
{
    [Theory]
    [InlineData("localhost:1", null, null, HttpStatusCode.NoContent)]
    [InlineData("[::1]:1", "Sec-Fetch-Site", "none", HttpStatusCode.NoContent)]
    [InlineData("reference:8081", null, null, HttpStatusCode.NoContent)]
    [InlineData("evil.example", null, null, HttpStatusCode.Forbidden)]
    [InlineData("localhost:1", "Origin", "http://localhost:3000", HttpStatusCode.Forbidden)]
    [InlineData("localhost:1", "Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("localhost:1", "Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    public async Task A_state_is_set_up_for_a_known_host_and_no_foreign_origin(
        string host, string? header, string? value, HttpStatusCode expected)
    {
        await using var server = await TestServer.StartAsync(options => options with { AllowedHosts = ["reference"] });
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Url, ReferenceHost.ProviderStatesPath))
        {
            Content = new StringContent("""{"state": "a clean slate"}""", Encoding.UTF8, "application/json"),
            Headers = { Host = host },
        };
        if (header is not null)
        {
            request.Headers.TryAddWithoutValidation(header, value).ShouldBeTrue();
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(expected);
    }
}
