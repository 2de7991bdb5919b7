using System.Net.Http.Headers;
using System.Text;

namespace SocialContract.MockServer.Tests;

/// <summary>A mock of the shipped document on a free port, one for a test class.</summary>
public sealed class ShippedMock : IAsyncLifetime
{
    public static readonly string Document = Path.Combine(AppContext.BaseDirectory, "spec", "openapi.yaml");

    private MockHost? _mock;

    public HttpClient Client { get; private set; } = null!;

    public Uri Url => _mock!.Url;

    public async ValueTask InitializeAsync()
    {
        _mock = await MockHost.StartAsync(Document);
        Client = new HttpClient { BaseAddress = _mock.Url };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _mock!.DisposeAsync();
    }

    /// <summary>A request by a registered user.</summary>
    public static HttpRequestMessage Request(HttpMethod method, string target, string? json = null)
    {
        var request = new HttpRequestMessage(method, target);
        request.Headers.Add("Authentication", "Bearer TOKEN");
        if (json is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(json))
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
            };
        }

        return request;
    }

    public static HttpRequestMessage Post(string json) => Request(HttpMethod.Post, "/api/v3/instagram_accounts", json);

    public static HttpRequestMessage Delete(string id = "7") => Request(HttpMethod.Delete, $"/api/v3/instagram_accounts/{id}");

    /// <summary>The documented request, repaired.</summary>
    public static string DocumentedBody => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "requests", "instagram-accounts.json"));
}
