using System.Runtime.InteropServices;
using System.Text;

namespace SocialContract.Cli.Tests.Processes;

/// <summary>SIGTERM and Ctrl-C end every command within two seconds, whatever it does at that moment.</summary>
public sealed class SignalTests : IDisposable
{
    /// <summary>Two seconds, and as many for a busy machine.</summary>
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(4);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("signals-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("mock --port 0", 0)]
    [InlineData("lint", 3)]
    [InlineData("plan", 3)]
    [InlineData("verify --url http://127.0.0.1:1", 3)]
    public async Task A_command_is_interrupted_while_it_loads_and_plans_a_large_document(string command, int exit)
    {
        string[] arguments = [.. command.Split(' '), "--spec", Large()];
        // The first comes early, the second in the middle of the work.
        foreach (var (signal, milliseconds) in new[] { (PosixSignal.SIGTERM, 1000), (PosixSignal.SIGINT, 2500) })
        {
            using var process = ShellProcess.Start(">/dev/null", arguments);
            await Task.Delay(milliseconds, TestContext.Current.CancellationToken);

            var ended = await process.SignalAsync(signal);

            ended.Exit.ShouldBe(exit);
            ended.Elapsed.ShouldBeLessThan(Promised);
            ended.Error.ShouldBeOneOf(arguments[0] switch
            {
                "mock" => [""],
                // Once the document is read, verify prints a report.
                "verify" => ["", $"social-contract: nothing was sent: the run was interrupted before {arguments[^1]} was read.\n"],
                _ => [$"social-contract: {arguments[0]} was interrupted; nothing is reported.\n"],
            });
        }
    }

    [Fact]
    public async Task A_command_whose_output_is_not_read_is_interrupted()
    {
        using var process = ShellProcess.Start("", "plan", "--spec", Large(operations: 100));
        await Task.Delay(TimeSpan.FromSeconds(4), TestContext.Current.CancellationToken);

        var (exit, elapsed, _) = await process.SignalAsync(PosixSignal.SIGTERM);

        exit.ShouldBe(3);
        elapsed.ShouldBeLessThan(Promised);
    }

    [Fact]
    public async Task A_mock_does_not_wait_for_a_response_that_it_holds_back()
    {
        var (process, url) = await ShellProcess.ServeAsync(">/dev/null", "mock");
        using var server = process;
        using var client = new HttpClient { BaseAddress = url };
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/api/v3/instagram_accounts/7")
        {
            Headers = { { "Authentication", "Bearer T" }, { "Prefer", "delay=600000" } },
        };
        var held = client.SendAsync(request, TestContext.Current.CancellationToken);
        await Task.Delay(200, TestContext.Current.CancellationToken);

        var (exit, elapsed, _) = await process.SignalAsync(PosixSignal.SIGTERM);

        exit.ShouldBe(0);
        elapsed.ShouldBeLessThan(Promised);
        await Should.ThrowAsync<HttpRequestException>(held);
    }

    /// <summary>A document that takes seconds to plan.</summary>
    private string Large(int operations = 6000)
    {
        var text = new StringBuilder("openapi: 3.1.0\ninfo: { title: Large, version: '1' }\npaths:\n");
        for (var number = 0; number < operations; number++)
        {
            text.Append($$"""
                  /things{{number}}:
                    post:
                      requestBody:
                        required: true
                        content:
                          application/json:
                            schema:
                              type: object
                              required: [a, b, c]
                              properties:
                                a: { type: string, minLength: 2, maxLength: 9 }
                                b: { type: integer, minimum: 3, maximum: 70 }
                                c: { type: array, items: { type: string, enum: [x, y, z] } }
                      responses: { '200': { description: ok }, '422': { description: refused } }

                """);
        }

        var path = Path.Combine(_folder.FullName, "large.yaml");
        File.WriteAllText(path, text.ToString());
        return path;
    }
}
