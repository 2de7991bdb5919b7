using System.Net;

namespace SocialContract.Cli.Tests.Commands;

public sealed class ProxyCommandTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "proxy takes a server's base URL: --url http://127.0.0.1:3000.")]
    [InlineData("--url word", "--url takes a URL such as http://127.0.0.1:3000; found 'word'.")]
    [InlineData("--url http://127.0.0.1:8080", "The server to forward to is the mock itself, which listens on port 8080.")]
    [InlineData(
        "--url http://127.0.0.1:3000 --port 0 --record /proc/x",
        "Recordings cannot be written to '/proc/x': no folder can be created there; name another folder.")]
    public async Task A_server_that_cannot_be_used_is_one_sentence(string arguments, string sentence)
    {
        var (exit, output, error) = await RunningCommand.RunAsync(
            ["proxy", .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        exit.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldBe($"social-contract: {sentence}{Environment.NewLine}");
    }

    [Fact]
    public async Task What_it_records_is_replayed_by_a_mock()
    {
        var folder = Directory.CreateTempSubdirectory();
        await using var server = RunningCommand.Start(["reference", "--port", "0", "--token", "admin=right"]);
        string forwarded;
        await using (var proxy = RunningCommand.Start(
            ["proxy", "--port", "0", "--url", $"{(await server.Url).GetLeftPart(UriPartial.Authority)}", "--record", folder.FullName]))
        {
            using var client = new HttpClient { BaseAddress = await proxy.Url };
            forwarded = await DeleteAsync(client);
            while (Directory.GetFiles(Path.Combine(folder.FullName, "mappings")).Length == 0)
            {
                await Task.Delay(20, Cancelled);
            }

            proxy.Signal(System.Runtime.InteropServices.PosixSignal.SIGTERM);
            var (exit, output, _) = await proxy.EndAsync();
            exit.ShouldBe(0);
            output.ShouldContain("Requests go to http://127.0.0.1:");
            output.ShouldMatch("(?m)^DELETE /api/v3/instagram_accounts/7 404 proxy [0-9.]+ ms$");
        }

        await using var mock = RunningCommand.Start(["mock", "--port", "0", "--mappings", folder.FullName]);
        using var replaying = new HttpClient { BaseAddress = await mock.Url };

        (await DeleteAsync(replaying)).ShouldBe(forwarded);
        folder.Delete(recursive: true);
    }

    private static async Task<string> DeleteAsync(HttpClient client)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/api/v3/instagram_accounts/7");
        request.Headers.TryAddWithoutValidation("Authentication", "Bearer right");
        using var response = await client.SendAsync(request, Cancelled);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        return await response.Content.ReadAsStringAsync(Cancelled);
    }
}
