using SocialContract.MockServer.Proxying;

namespace SocialContract.MockServer.Tests.Proxying;

/// <summary>A mock in front of a server.</summary>
internal sealed class ProxyFixture : IAsyncDisposable
{
    public const string Document = """
        openapi: 3.1.0
        info: { title: T, version: '1' }
        servers: [{ url: /v2 }]
        paths:
          /pets/{id}:
            get:
              operationId: readPet
              parameters:
                - { name: id, in: path, required: true, schema: { type: integer } }
                - { name: access_token, in: query, schema: { type: string } }
              responses:
                '200':
                  description: ok
                  content:
                    application/json:
                      schema: { type: object, required: [name], properties: { name: { type: string }, code: { x-secret: true } } }
                      example: { name: Rex }
          /pets:
            post:
              operationId: addPet
              requestBody:
                content:
                  application/json:
                    schema: { type: object, required: [name], properties: { name: { type: string }, pin: { type: string, x-secret: true } } }
              responses: { '201': { description: created } }
          /move:
            get: { responses: { '302': { description: moved } } }
          /stream:
            get: { responses: { '200': { description: ok, content: { text/event-stream: {} } } } }
        """;

    private readonly TemporaryDocument _document;

    private ProxyFixture(TemporaryDocument document, MockHost mock) =>
        (_document, Mock, Client) = (document, mock, new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new UriBuilder(mock.Url) { Host = "127.0.0.1" }.Uri,
        });

    public MockHost Mock { get; }

    public HttpClient Client { get; }

    public static Task<ProxyFixture> StartAsync(Uri server, Func<ProxyOptions, ProxyOptions>? with = null) =>
        StartAsync(options => options with { Proxy = (with ?? (same => same))(new ProxyOptions { Url = server }) });

    public static async Task<ProxyFixture> StartAsync(Func<MockOptions, MockOptions> with)
    {
        var document = new TemporaryDocument(Document);
        var mock = await MockHost.StartAsync(with(new MockOptions { Document = document.Path, Reload = false }), Http.Cancelled);
        return new ProxyFixture(document, mock);
    }

    public Task<HttpResponseMessage> Get(string target) => Client.GetAsync(target, Http.Cancelled);

    public Task<HttpResponseMessage> Post(string target, string json) =>
        Client.PostAsync(target, new StringContent(json, System.Text.Encoding.UTF8, "application/json"), Http.Cancelled);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Mock.DisposeAsync();
        _document.Dispose();
    }
}
