using SocialContract.MockServer;
using SocialContract.MockServer.Proxying;
using SocialContract.ReferenceImpl.Tests.Support;

namespace SocialContract.ReferenceImpl.Tests.Replay;

/// <summary>What a proxy records of the reference implementation, a mock replays.</summary>
public sealed class RecordedReplayTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_replay_has_the_statuses_bodies_and_headers_of_the_server()
    {
        await using var server = await ReferenceHost.StartAsync(TestServer.Document, TestContext.Current.CancellationToken);
        List<string> recorded;
        var options = new MockOptions { Document = TestServer.Document, Reload = false };
        await using (var proxy = await MockHost.StartAsync(
            options with { Proxy = new ProxyOptions { Url = server.Url, RecordFolder = _folder.FullName } },
            TestContext.Current.CancellationToken))
        {
            recorded = await ExchangeAsync(proxy);
        }

        await using var mock = await MockHost.StartAsync(
            options with { MappingsFolder = _folder.FullName }, TestContext.Current.CancellationToken);
        (await ExchangeAsync(mock)).ShouldBe(recorded);

        Directory.GetFiles(Path.Combine(_folder.FullName, "mappings")).Select(File.ReadAllText)
            .ShouldAllBe(text => !text.Contains("user-token", StringComparison.Ordinal));
    }

    private static async Task<List<string>> ExchangeAsync(MockHost mock)
    {
        using var client = mock.CreateClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authentication", "Bearer user-token");
        var responses = new List<string>();
        foreach (var (method, target) in new[]
        {
            ("DELETE", "/api/v3/instagram_accounts/7"), ("DELETE", "/api/v3/instagram_accounts/word"),
            ("POST", "/api/v3/instagram_accounts"), ("GET", "/nowhere?a=1"),
        })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), target);
            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            var headers = response.Headers.Concat(response.Content.Headers)
                .Where(header => header.Key is not ("Date" or "Content-Length")
                    && !header.Key.StartsWith("X-Contract-", StringComparison.Ordinal))
                .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order(StringComparer.Ordinal);
            var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            responses.Add($"{(int)response.StatusCode}\n{string.Join('\n', headers)}\n{body}");
        }

        return responses;
    }
}
