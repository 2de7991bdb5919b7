using System.Text;
using System.Text.Json.Nodes;
using SocialContract.MockServer.Journal;

namespace SocialContract.MockServer.Tests.Journal;

/// <summary>A mock with a journal, restarted by tests that need other options.</summary>
public abstract class JournaledMock : IAsyncLifetime
{
    private readonly TemporaryDocument _document = new("""
        openapi: 3.1.0
        info: { title: T, version: '1' }
        paths:
          /pets/{id}:
            get:
              operationId: readPet
              parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
              responses:
                '200': { description: ok, content: { application/json: { example: { name: Rex } } } }
                '404': { description: not found }
            delete:
              parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
              responses: { '204': { description: gone } }
          /pets:
            post:
              requestBody: { content: { application/json: { schema: { type: object, required: [name] } } } }
              responses: { '201': { description: created } }
          /login:
            post:
              requestBody:
                content:
                  application/json:
                    schema: { type: object, properties: { pin: { type: string, x-secret: true } } }
              responses: { '204': { description: in } }
        """);

    private MockHost? _mock;

    internal MockHost Mock => _mock!;

    internal HttpClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync() => await StartAsync(1000);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _document.Dispose();
        GC.SuppressFinalize(this);
    }

    internal async Task StartAsync(int entries, bool secrets = false, int maxBody = 1024 * 1024)
    {
        await StopAsync();
        _mock = await MockHost.StartAsync(
            new MockOptions
            {
                Document = _document.Path, Reload = false, JournalEntries = entries, JournalSecrets = secrets, MaxBodyBytes = maxBody,
            },
            Http.Cancelled);
        Client = _mock.CreateClient();
    }

    internal async Task Post(string target, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await Client.PostAsync(target, content, Http.Cancelled);
    }

    internal async Task Send(string method, string target, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), target);
        foreach (var (name, value) in headers)
        {
            request.With(name, value);
        }

        using var response = await Client.Exchange(request);
    }

    internal async Task<JsonNode> Get(string target)
    {
        var (status, text) = await Admin("GET", target);
        status.ShouldBe(200, text);
        return JsonNode.Parse(text)!;
    }

    internal async Task<(int Status, string Text)> Admin(string method, string target, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), $"/__admin{target}");
        foreach (var (name, value) in headers)
        {
            request.With(name, value);
        }

        using var response = await Client.Exchange(request);
        return ((int)response.StatusCode, await response.Text());
    }

    internal static async Task<JournalEntry> Eventually(Func<JournalEntry?> find)
    {
        for (var tries = 0; tries < 2000; tries++)
        {
            if (find() is { } found)
            {
                return found;
            }

            await Task.Delay(10, Http.Cancelled);
        }

        throw new TimeoutException("No entry within 20 seconds.");
    }

    private async Task StopAsync()
    {
        if (_mock is not null)
        {
            Client.Dispose();
            await _mock.DisposeAsync();
        }
    }
}
