using System.Net;
using System.Net.Sockets;
using System.Text;
using SocialContract.Tests.Support;

namespace SocialContract.Cli.Tests.Processes;

/// <summary>A server gives back what a load needed.</summary>
public sealed class MemoryTests : IDisposable
{
    private const int Uploads = 40;
    private const int Length = 9 * 1024 * 1024;

    private static readonly TimeSpan Promised = TimeSpan.FromMinutes(1);

    private readonly DocumentFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Kestrel keeps the buffers of slow connections for minutes: 77 MB were left of 80 uploads.</summary>
    [Fact]
    public async Task Memory_is_within_one_and_a_half_times_of_before_a_minute_after_slow_uploads()
    {
        var document = _folder.Write("openapi.yaml", """
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths:
              /things:
                post:
                  requestBody: { content: { application/json: { schema: { type: object, properties: { name: { type: string } } } } } }
                  responses: { '201': { description: created } }
            """);
        await using var mock = RunningCommand.Start(["mock", "--spec", document, "--port", "0"]);
        var url = await mock.Url;
        using var client = new HttpClient { BaseAddress = url };
        for (var count = 0; count < 300; count++)
        {
            using var small = new StringContent("""{"name":"a"}""", Encoding.UTF8, "application/json");
            using var response = await client.PostAsync("/things", small, TestContext.Current.CancellationToken);
            response.StatusCode.ShouldBe(HttpStatusCode.Created);
        }

        var before = mock.WorkingSet;
        var body = Encoding.ASCII.GetBytes($$"""{"name":"{{new string('a', Length)}}"}""");
        var lines = await Task.WhenAll(Enumerable.Range(0, Uploads).Select(index => UploadAsync(url, body, isChunked: index % 2 == 0)));
        lines.ShouldAllBe(line => line == "HTTP/1.1 201 Created" || line == "HTTP/1.1 503 Service Unavailable");
        lines.ShouldContain("HTTP/1.1 201 Created");
        await FillJournalAsync(client);

        using var promised = new CancellationTokenSource(Promised);
        while (mock.WorkingSet > before * 3 / 2)
        {
            promised.IsCancellationRequested.ShouldBeFalse($"{mock.WorkingSet} bytes; {before} before.");
            await Task.Delay(250, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Sends more of what the journal keeps than it may keep, and reads it.</summary>
    private static async Task FillJournalAsync(HttpClient client)
    {
        for (var count = 0; count < 200; count++)
        {
            using var kept = new StringContent($$"""{"name":"{{new string('b', 200 * 1024)}}"}""", Encoding.UTF8, "application/json");
            using var response = await client.PostAsync("/things", kept, TestContext.Current.CancellationToken);
            response.StatusCode.ShouldBe(HttpStatusCode.Created);
        }

        (await client.GetStringAsync("/__admin/requests?limit=3", TestContext.Current.CancellationToken)).ShouldContain("bbbb");
    }

    /// <summary>All but the last byte at once, the rest after the others have come as far.</summary>
    private static async Task<string> UploadAsync(Uri url, byte[] body, bool isChunked)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(url.Host, url.Port, TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        var framing = isChunked ? $"Transfer-Encoding: chunked\r\n\r\n{body.Length:x}\r\n" : $"Content-Length: {body.Length}\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /things HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\n{framing}"));
        try
        {
            await stream.WriteAsync(body.AsMemory(..^1), TestContext.Current.CancellationToken);
            await Task.Delay(1_000, TestContext.Current.CancellationToken);
            await stream.WriteAsync(body.AsMemory(^1..), TestContext.Current.CancellationToken);
            await stream.WriteAsync(isChunked ? "\r\n0\r\n\r\n"u8.ToArray() : [], TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // Refused before its end.
        }

        using var reader = new StreamReader(stream);
        return await reader.ReadLineAsync(TestContext.Current.CancellationToken) ?? "";
    }
}
