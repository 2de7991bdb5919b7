using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using SocialContract.Contract.Tests.Spec;
using SocialContract.MockServer;

namespace SocialContract.Cli.Tests.Documentation;

/// <summary>The README's lines that change what a mock does are run by a shell, as they are but for the port.</summary>
public sealed class AdminCommandsTests
{
    private static readonly Uri Account = new("/api/v3/instagram_accounts/7", UriKind.Relative);

    [Fact]
    public async Task The_next_call_fails_and_those_after_it_get_the_contracts_response()
    {
        await using var mock = await Start();

        await Run(mock, "\"next call\"");

        (await Statuses(mock, 3)).ShouldBe([HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK, HttpStatusCode.OK]);
    }

    [Fact]
    public async Task Every_third_call_fails()
    {
        await using var mock = await Start();

        await Run(mock, "/mappings/import");

        (await Statuses(mock, 6)).Select(status => (int)status).ShouldBe([200, 200, 503, 200, 200, 503]);
    }

    [Fact]
    public async Task The_operations_are_listed_with_their_examples()
    {
        await using var mock = await Start();

        var listed = JsonNode.Parse(await Run(mock, "/contract/operations"))!;

        listed["operations"]!.AsArray().Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_reset_forgets_the_stubs()
    {
        await using var mock = await Start();
        await Run(mock, "\"next call\"");

        await Run(mock, "/__admin/reset");

        (await Statuses(mock, 1)).ShouldBe([HttpStatusCode.OK]);
    }

    private static Task<MockHost> Start() =>
        MockHost.StartAsync(Checkout.PathOf("spec/openapi.yaml"), TestContext.Current.CancellationToken);

    private static async Task<IReadOnlyList<HttpStatusCode>> Statuses(MockHost mock, int count)
    {
        using var client = mock.CreateClient();
        client.DefaultRequestHeaders.Add("Authentication", "Bearer TOKEN");
        var statuses = new List<HttpStatusCode>();
        for (var call = 0; call < count; call++)
        {
            using var response = await client.DeleteAsync(Account, TestContext.Current.CancellationToken);
            statuses.Add(response.StatusCode);
        }

        return statuses;
    }

    /// <summary>Runs the README's line that holds the text.</summary>
    /// <returns>What it prints.</returns>
    private static async Task<string> Run(MockHost mock, string text)
    {
        var line = Documents.Code().Single(code => code.File == "README.md"
            && code.Line.StartsWith("curl ", StringComparison.Ordinal) && code.Line.Contains(text, StringComparison.Ordinal)).Line;
        var start = new ProcessStartInfo("/bin/sh", ["-c", line.Replace("127.0.0.1:8080", mock.Url.Authority, StringComparison.Ordinal)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0);
        return output;
    }
}
