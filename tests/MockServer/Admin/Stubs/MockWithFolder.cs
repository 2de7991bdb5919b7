using System.Text;
using System.Text.Json.Nodes;

namespace SocialContract.MockServer.Tests.Admin.Stubs;

/// <summary>A mock of the shipped document with a stub folder, which is empty at first.</summary>
public abstract class MockWithFolder : IAsyncLifetime
{
    internal DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory();

    internal MockHost Mock { get; private set; } = null!;

    internal HttpClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Mock = await StartAsync();
        Client = Mock.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Mock.DisposeAsync();
        Folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    internal Task<MockHost> StartAsync() => MockHost.StartAsync(
        new MockOptions { Document = ShippedMock.Document, Reload = false, MappingsFolder = Folder.FullName }, Http.Cancelled);

    internal async Task<JsonNode> Json(string path)
    {
        using var response = await Client.GetAsync("/__admin" + path, Http.Cancelled);
        return await response.Json();
    }

    internal Task<HttpResponseMessage> Send(string method, string path, string body) => Client.Exchange(
        new HttpRequestMessage(new HttpMethod(method), "/__admin" + path)
        {
            Content = body.Length == 0 ? null : new StringContent(body, Encoding.UTF8, "application/json"),
        });

    internal void Write(string name, string text)
    {
        var path = Path.Combine(Folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
