using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace SocialContract.Cli.Tests.Commands;

/// <summary>The real executable, killed without warning while clients write, and started again on the same file.</summary>
public sealed class ReferenceDurabilityTests
{
    private const int Clients = 8;

    [Fact]
    public async Task Every_account_of_a_success_response_exists_after_the_process_was_killed_and_restarted()
    {
        var folder = Directory.CreateTempSubdirectory("reference-durability-");
        var database = Path.Combine(folder.FullName, "reference.db");
        var answered = new ConcurrentDictionary<string, long>();
        try
        {
            for (var kill = 1; kill <= 3; kill++)
            {
                await WriteUntilKilledAsync(database, round: kill, answered);
                await EverythingAnsweredIsThereAsync(database, answered);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task WriteUntilKilledAsync(string database, int round, ConcurrentDictionary<string, long> answered)
    {
        var before = answered.Count;
        Task[] writers;
        // Disposing kills the process (SIGKILL) while its clients write.
        await using (var server = RunningCommand.Start(["reference", "--port", "0", "--database", database]))
        {
            var client = await ClientOf(server);
            var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            writers =
                [.. Enumerable.Range(0, Clients).Select(writer => Task.Run(() => WriteAsync(client, $"{round}-{writer}", answered, () =>
            {
                if (answered.Count - before >= 200)
                {
                    enough.TrySetResult();
                }
            })))];

            await await Task.WhenAny(enough.Task, Task.WhenAll(writers));
        }

        await Task.WhenAll(writers);
        (answered.Count - before).ShouldBeGreaterThanOrEqualTo(200);
    }

    /// <summary>Connects two new accounts with each request until the server is gone.</summary>
    private static async Task WriteAsync(HttpClient client, string name, ConcurrentDictionary<string, long> answered, Action progress)
    {
        try
        {
            for (var count = 0; ; count++)
            {
                foreach (var (id, account) in await ConnectAsync(client, $"{name}-{count}-a", $"{name}-{count}-b"))
                {
                    answered[id] = account;
                }

                progress();
            }
        }
        catch (HttpRequestException gone) when (gone.StatusCode is null)
        {
            // This request was not answered.
        }
    }

    private static async Task EverythingAnsweredIsThereAsync(string database, ConcurrentDictionary<string, long> answered)
    {
        await using var server = RunningCommand.Start(["reference", "--port", "0", "--database", database]);
        using var client = await ClientOf(server);

        // Connecting again what is there keeps its id.
        foreach (var request in answered.Chunk(100))
        {
            var again = await ConnectAsync(client, [.. request.Select(account => account.Key)]);

            again.ShouldBe(request.ToDictionary(), ignoreOrder: true);
        }
    }

    private static async Task<HttpClient> ClientOf(RunningCommand server)
    {
        var client = new HttpClient { BaseAddress = await server.Url };
        client.DefaultRequestHeaders.Add("Authentication", "Bearer user-token");
        return client;
    }

    /// <returns>The accounts that the server says are connected, with the ids that it gave them.</returns>
    private static async Task<Dictionary<string, long>> ConnectAsync(HttpClient client, params string[] ids)
    {
        var body = new
        {
            facebook_account = new { fb_token = "T", fb_uid = "1" },
            ig_accounts = ids.Select(id => new { id, username = "name", profile_picture_url = "picture", fb_token = "T" }),
        };
        using var response = await client.PostAsJsonAsync("/api/v3/instagram_accounts", body, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        var accounts = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        return accounts["ig_accounts"]!.AsArray()
            .ToDictionary(account => account!["ig_user_id"]!.GetValue<string>(), account => account!["id"]!.GetValue<long>());
    }
}
