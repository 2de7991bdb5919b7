using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SocialContract.Contract.Tests.Spec;

namespace SocialContract.ReferenceImpl.Tests.Support;

/// <summary>Sends the requests of the table of documented facts.</summary>
internal static class DocumentedRequests
{
    public static HttpRequestMessage ToMessage(this DocumentedRequest request, string token)
    {
        var message = new HttpRequestMessage(HttpMethod.Parse(request.Method), new Uri(request.Path, UriKind.Relative));
        if (request.Header("Authentication") is { } credentials)
        {
            message.Headers.Add("Authentication", credentials.Replace("TOKEN", token, StringComparison.Ordinal));
        }

        message.Content = request.Body is { } body ? JsonContent.Create(body) : null;
        return message;
    }

    /// <summary>Sends it as the user whose role is user, unless it has no token.</summary>
    public static async Task<(HttpStatusCode Status, JsonNode Body)> SendAsync(this TestServer server, DocumentedRequest request)
    {
        using var message = request.ToMessage("user-token");
        using var response = await server.ClientOf(token: null).SendAsync(message, TestContext.Current.CancellationToken);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!);
    }
}
