using System.Text.Json.Nodes;

namespace SocialContract.MockServer.Tests;

internal static class Http
{
    public static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<string> Text(this HttpResponseMessage response) => await response.Content.ReadAsStringAsync(Cancelled);

    public static async Task<JsonNode> Json(this HttpResponseMessage response) => JsonNode.Parse(await response.Text())!;

    /// <summary>The header's value, or null if the response has none.</summary>
    public static string? Header(this HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values)
            ? string.Join(", ", values)
            : null;

    public static HttpRequestMessage With(this HttpRequestMessage request, string name, string value)
    {
        request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    public static HttpRequestMessage Without(this HttpRequestMessage request, string name)
    {
        request.Headers.Remove(name);
        return request;
    }

    public static Task<HttpResponseMessage> Exchange(this HttpClient client, HttpRequestMessage request) =>
        client.SendAsync(request, Cancelled);

    /// <summary>The same JSON, whatever its white space and escapes.</summary>
    public static void ShouldBeJson(this JsonNode? actual, string expected) =>
        JsonNode.DeepEquals(actual, JsonNode.Parse(expected)).ShouldBeTrue($"expected {expected}\nfound    {actual?.ToJsonString()}");
}
