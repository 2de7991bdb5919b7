using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SocialContract.MockServer.Proxying;

namespace SocialContract.MockServer.Tests.State;

/// <summary>A mock that keeps state, of a document written for the test.</summary>
internal sealed class StatefulMock : IAsyncDisposable
{
    private readonly TemporaryDocument? _document;
    private readonly HttpClient _client;

    private StatefulMock(MockHost host, TemporaryDocument? document) => (Host, _document, _client) = (host, document, host.CreateClient());

    public MockHost Host { get; }

    public static async Task<StatefulMock> Of(string document, RecordedLog? log = null, Uri? server = null)
    {
        var file = new TemporaryDocument(document);
        return new StatefulMock(
            await MockHost.StartAsync(
                new MockOptions
                {
                    Document = file.Path,
                    Stateful = true,
                    Reload = false,
                    LoggerFactory = log,
                    Proxy = server is null ? null : new ProxyOptions { Url = server },
                },
                Http.Cancelled),
            file);
    }

    public static async Task<StatefulMock> OfShipped() => new(
        await MockHost.StartAsync(
            new MockOptions { Document = ShippedMock.Document, Stateful = true, Reload = false }, Http.Cancelled),
        null);

    public async Task<Answer> Send(string method, string target, string? json = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), target);
        request.With("Authentication", "Bearer TOKEN");
        foreach (var (name, value) in headers)
        {
            request.With(name, value);
        }

        if (json is not null)
        {
            var type = headers.FirstOrDefault(header => header.Name == "Content-Type").Value ?? "application/json";
            request.Content = new StringContent(json, Encoding.UTF8, type);
        }

        using var response = await _client.Exchange(request);
        var text = await response.Text();
        return new Answer(
            response.StatusCode,
            text.Length == 0 ? null : JsonNode.Parse(text),
            response.Header("X-Contract-Answer"),
            response.Header("Location"));
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Host.DisposeAsync();
        _document?.Dispose();
    }
}

/// <param name="Origin">X-Contract-Answer.</param>
internal sealed record Answer(HttpStatusCode Status, JsonNode? Body, string? Origin, string? Location);
