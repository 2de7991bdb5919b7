using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using SocialContract.Tests.Support;

namespace SocialContract.MockServer.Tests.Admin;

/// <summary>The files that a mock serves: those of its document, by their names, and no path that a request makes up.</summary>
public sealed class ServedDocumentsTests : IDisposable
{
    private readonly DocumentFolder _folder = new();

    public ServedDocumentsTests()
    {
        _folder.Write(
            "document/main.yaml",
            DocumentFolder.DocumentOf("sub/two%20words.yaml", "openapi.yaml", "../shared/types.yaml", "/etc/passwd", "link.yaml"));
        _folder.Write("document/sub/two words.yaml", "type: object\n");
        _folder.Write("document/openapi.yaml", "type: object\ntitle: taken\n");
        _folder.Write("document/unused.yaml", "type: object\n");
        _folder.Write("shared/types.yaml", "type: object\ntitle: shared\n");
        _folder.Write("secret.yaml", "topsecret: true\n");
        _folder.Link("document/link.yaml", "../secret.yaml");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_files_of_the_document_are_listed_and_served_by_their_names()
    {
        await using var mock = await Start();
        using var client = new HttpClient { BaseAddress = mock.Url };

        JsonSerializer.Deserialize<string[]>(await client.GetStringAsync("/__admin/files", Http.Cancelled))
            .ShouldBe(["main.yaml", "sub/two words.yaml", "other/2/openapi.yaml", "other/3/types.yaml"]);
        (await client.GetStringAsync("/__admin/main.yaml", Http.Cancelled)).ShouldStartWith("openapi: 3.1.0");
        (await client.GetStringAsync("/__admin/openapi.yaml", Http.Cancelled)).ShouldStartWith("openapi: 3.1.0");
        (await client.GetStringAsync("/__admin/sub/two%20words.yaml", Http.Cancelled)).ShouldBe("type: object\n");
        (await client.GetStringAsync("/__admin/other/2/openapi.yaml", Http.Cancelled)).ShouldContain("title: taken");
        (await client.GetStringAsync("/__admin/other/3/types.yaml", Http.Cancelled)).ShouldContain("title: shared");
    }

    [Fact]
    public async Task A_folder_with_the_name_of_an_endpoint_is_served_beside_it()
    {
        _folder.Write("document/main.yaml", DocumentFolder.DocumentOf("requests/pet.yaml", "requests/unmatched"));
        _folder.Write("document/requests/pet.yaml", "type: object\ntitle: pet\n");
        _folder.Write("document/requests/unmatched", "type: object\ntitle: taken\n");
        await using var mock = await Start();
        using var client = new HttpClient { BaseAddress = mock.Url };

        (await client.GetStringAsync("/__admin/requests/pet.yaml", Http.Cancelled)).ShouldContain("title: pet");
        (await client.GetStringAsync("/__admin/requests/unmatched", Http.Cancelled)).ShouldStartWith("{");
        (await client.GetStringAsync("/__admin/other/2/unmatched", Http.Cancelled)).ShouldContain("title: taken");
    }

    [Theory]
    [InlineData("/__admin/../../../etc/passwd")]
    [InlineData("/__admin/%2e%2e/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/__admin/..%2F..%2F..%2Fetc%2Fpasswd")]
    [InlineData("/__admin//etc/passwd")]
    [InlineData("/__admin/%2Fetc%2Fpasswd")]
    [InlineData("/__admin/file:///etc/passwd")]
    [InlineData(@"/__admin/..\..\etc\passwd")]
    [InlineData("/__admin/../secret.yaml")]
    [InlineData("/__admin/../shared/types.yaml")]
    [InlineData("/__admin/link.yaml")]
    [InlineData("/__admin/unused.yaml")]
    [InlineData("/__admin/sub/../unused.yaml")]
    [InlineData("/__admin/main.yaml%00")]
    [InlineData("/__admin/other/4/passwd")]
    public async Task A_request_is_not_a_path(string target)
    {
        await using var mock = await Start();

        var response = await SendAsWritten(mock.Url, target);

        response.ShouldMatch("^HTTP/1.1 40[04] ");
        response.ShouldNotContain("root:");
        response.ShouldNotContain("topsecret");
        response.ShouldNotContain("type: object");
    }

    private Task<MockHost> Start() => MockHost.StartAsync(
        new MockOptions { Document = _folder.At("document/main.yaml"), Loading = new() { AllowedFolders = [_folder.At("shared")] } },
        Http.Cancelled);

    /// <summary>A client of the framework would shorten the path.</summary>
    private static async Task<string> SendAsWritten(Uri server, string target)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(server.Host, server.Port, Http.Cancelled);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"GET {target} HTTP/1.1\r\nHost: {server.Authority}\r\nConnection: close\r\n\r\n"), Http.Cancelled);
        return await new StreamReader(stream).ReadToEndAsync(Http.Cancelled);
    }
}
