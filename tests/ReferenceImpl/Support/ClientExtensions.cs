using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace SocialContract.ReferenceImpl.Tests.Support;

/// <summary>The API's operations as calls.</summary>
internal static class ClientExtensions
{
    public static Task<(HttpStatusCode Status, JsonNode Body)> ConnectInstagramAccounts(
        this HttpClient client, string? location, params string[] ids) =>
        client.PostAsync("/api/v3/instagram_accounts", Bodies.InstagramAccounts(location, ids));

    public static Task<(HttpStatusCode Status, JsonNode Body)> ConnectFacebookPages(
        this HttpClient client, string? location, params string[] ids) =>
        client.PostAsync("/api/v3/facebook_pages", Bodies.FacebookPages(location, ids));

    public static async Task<(HttpStatusCode Status, JsonNode Body)> DeleteInstagramAccount(this HttpClient client, object id)
    {
        using var response = await client.DeleteAsync(
            new Uri($"/api/v3/instagram_accounts/{id}", UriKind.Relative), TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.JsonBody());
    }

    public static async Task<(HttpStatusCode Status, JsonNode Body)> PostAsync(this HttpClient client, string path, JsonNode body)
    {
        using var response = await client.PostAsJsonAsync(path, body, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.JsonBody());
    }

    /// <summary>Puts the server into a provider state.</summary>
    public static async Task SetUp(this HttpClient client, string state, object? parameters = null)
    {
        using var response = await client.PostAsJsonAsync(
            "/_contract/provider-states", new { state, @params = parameters, action = "setup" }, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    public static long Id(this JsonNode account) => account["id"]!.GetValue<long>();

    public static string[] Messages(this JsonNode answer) =>
        [.. answer["message"]!.AsArray().Select(message => message!.GetValue<string>())];

    /// <summary>The body, which is JSON.</summary>
    public static async Task<JsonNode> JsonBody(this HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
}
