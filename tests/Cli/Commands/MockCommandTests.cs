using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace SocialContract.Cli.Tests.Commands;

public sealed class MockCommandTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_serves_the_shipped_document_from_any_folder()
    {
        await using var mock = RunningCommand.Start(["mock", "--port", "0"], workingDirectory: Path.GetTempPath());
        using var client = new HttpClient { BaseAddress = await mock.Url };

        using var response = await client.GetAsync("/__admin/health", Cancelled);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        mock.Output.ShouldMatch(@"^Social accounts API 3\.0\.0 \(\S+openapi\.yaml, OpenAPI 3\.1\.0\)\r?\n3 operations, ");
    }

    [Fact]
    public async Task Every_curl_line_of_the_table_works_when_pasted()
    {
        await using var mock = RunningCommand.Start(["mock", "--port", "0"]);
        await mock.Url;
        while (!mock.Output.EndsWith("\n\n", StringComparison.Ordinal) || !mock.Output.Contains("curl ", StringComparison.Ordinal))
        {
            await Task.Delay(20, Cancelled);
        }

        // The address does not wait for the sample requests.
        mock.Output.IndexOf("Listening on ", StringComparison.Ordinal)
            .ShouldBeLessThan(mock.Output.IndexOf("curl ", StringComparison.Ordinal));
        var lines = mock.Output.Split('\n').Select(line => line.Trim())
            .Where(line => line.StartsWith("curl ", StringComparison.Ordinal)).ToList();

        lines.Count.ShouldBe(3);
        foreach (var line in lines)
        {
            using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", $"{line} -s -o /dev/null -w '%{{http_code}}'"])
            {
                RedirectStandardOutput = true,
            })!;
            (await shell.StandardOutput.ReadToEndAsync(Cancelled)).ShouldBe("200", line);
        }
    }

    [Theory]
    [InlineData("2", """{"total":2}""", "false")]
    [InlineData("0", """{"total":0}""", "true")]
    public async Task It_keeps_as_many_requests_as_journal_says(string journal, string meta, string isDisabled)
    {
        await using var mock = RunningCommand.Start(["mock", "--port", "0", "--journal", journal]);
        using var client = new HttpClient { BaseAddress = await mock.Url };
        for (var count = 0; count < 3; count++)
        {
            using var response = await client.GetAsync("/nothing", Cancelled);
        }

        var text = await client.GetStringAsync("/__admin/requests", Cancelled);

        text.ShouldContain($"\"meta\":{meta}");
        text.ShouldContain($"\"requestJournalDisabled\":{isDisabled}");
    }

    [Theory]
    [InlineData(PosixSignal.SIGINT)]
    [InlineData(PosixSignal.SIGTERM)]
    public async Task A_signal_ends_it_cleanly(PosixSignal signal)
    {
        await using var mock = RunningCommand.Start(["mock", "--port", "0"]);
        await mock.Url;

        mock.Signal(signal);
        var (exit, _, error) = await mock.EndAsync();

        exit.ShouldBe(0);
        error.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_taken_port_is_one_sentence_that_names_the_port_and_the_flag()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var (exit, output, error) = await RunningCommand.RunAsync("mock", "--port", $"{port}");

        exit.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldBe(
            $"social-contract: Port {port} on 127.0.0.1 is taken; choose another with --port, or --port 0 for a free one."
            + Environment.NewLine);
    }

    [Fact]
    public async Task A_missing_file_is_one_message()
    {
        var (exit, output, error) = await RunningCommand.RunAsync("mock", "--spec", "nowhere/openapi.yaml");

        exit.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldBe("nowhere/openapi.yaml:1:1: error: there is no such file [file.missing]\n");
    }

    [Fact]
    public async Task A_broken_document_is_reported_with_file_line_and_column()
    {
        var folder = Directory.CreateTempSubdirectory();
        var path = Path.Combine(folder.FullName, "broken.yaml");
        await File.WriteAllTextAsync(path, "openapi: 3.1.0\npaths:\n  /a: [\n", Cancelled);

        var (exit, output, error) = await RunningCommand.RunAsync("mock", "--spec", path);
        folder.Delete(recursive: true);

        exit.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldBe(
            $"{path}:3:8: error: this is not YAML: while parsing a node, did not find expected node content [file.syntax]\n"
            + "      /a: [\n           ^\n");
    }

    [Theory]
    [InlineData("--prot 1", "social-contract mock has no option '--prot'; did you mean --port?")]
    [InlineData("--port 70000", "--port takes a whole number from 0 to 65535; found '70000'.")]
    [InlineData("--port word", "--port takes a whole number from 0 to 65535; found 'word'.")]
    [InlineData("--port", "Required argument missing for option: '--port'.")]
    [InlineData("--log xml", "--log takes text or json; found 'xml'.")]
    [InlineData(
        "--allow-host http://mock:80",
        "--allow-host takes a host name without a port, such as mock or 10.0.0.5; found 'http://mock:80'.")]
    [InlineData("--record stubs", "--record has no effect without --proxy URL.")]
    [InlineData("--proxy word", "--proxy takes a URL such as http://127.0.0.1:3000; found 'word'.")]
    [InlineData("--host elsewhere", "The host elsewhere is not an IP address; use --host with 127.0.0.1, 0.0.0.0, ::1 or localhost.")]
    public async Task A_wrong_flag_is_one_sentence_without_the_help(string arguments, string sentence)
    {
        var (exit, output, error) = await RunningCommand.RunAsync(["mock", .. arguments.Split(' ')]);

        exit.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldBe($"social-contract: {sentence}{Environment.NewLine}");
    }

    [Theory]
    [InlineData("", "name a command: mock, proxy, lint, reference, verify, plan, export; `social-contract --help` describes them.")]
    [InlineData("mokc", "social-contract has no command 'mokc'; did you mean mock?")]
    public async Task A_missing_or_unknown_command_is_one_sentence(string arguments, string sentence)
    {
        var (exit, output, error) = await RunningCommand.RunAsync(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        exit.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldBe($"social-contract: {sentence}{Environment.NewLine}");
    }

    [Theory]
    [InlineData("mock", "/__admin/health")]
    [InlineData("reference", "/_contract/provider-states")]
    public async Task A_server_refuses_another_name_and_says_which_flag_allows_it(string command, string path)
    {
        string[] states = command == "reference" ? ["--provider-states"] : [];
        await using var server = RunningCommand.Start([command, "--port", "0", .. states]);
        using var client = new HttpClient { BaseAddress = await server.Url };
        using var request = new HttpRequestMessage(command == "mock" ? HttpMethod.Get : HttpMethod.Post, path)
        {
            Headers = { Host = "mock:80" },
        };

        using var response = await client.SendAsync(request, Cancelled);

        (await response.Content.ReadAsStringAsync(Cancelled)).ShouldContain("to allow it, start the server with --allow-host mock.");
    }

    [Fact]
    public async Task Each_request_is_a_line_and_no_line_holds_a_token()
    {
        await using var mock = RunningCommand.Start(["mock", "--port", "0"]);
        using var client = new HttpClient { BaseAddress = await mock.Url };
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authentication", "Bearer SECRETTOKEN");

        using var accepted = await client.DeleteAsync("/api/v3/instagram_accounts/7?fb_token=SECRETQUERY", Cancelled);
        using var refused = await client.DeleteAsync("/api/v3/instagram_accounts/word", Cancelled);
        mock.Signal(PosixSignal.SIGTERM);
        var (_, output, _) = await mock.EndAsync();

        output.ShouldMatch("(?m)^DELETE /api/v3/instagram_accounts/7\\?fb_token=\\(redacted\\) 200 example deleted [0-9.]+ ms$");
        output.ShouldMatch("(?m)^DELETE /api/v3/instagram_accounts/word 422 .* [0-9.]+ ms$");
        output.ShouldNotContain("SECRET");
        output.ShouldNotContain("\e[");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task An_admin_token_that_is_empty_is_refused(string token)
    {
        var (exit, _, error) = await RunningCommand.RunAsync("mock", "--port", "0", "--admin-token", token);

        exit.ShouldBe(2);
        error.ShouldContain("--admin-token is empty, so that no request could carry it; give a token, or leave the option out.");
    }

    [Fact]
    public async Task The_log_can_be_json()
    {
        await using var mock = RunningCommand.Start(["mock", "--port", "0", "--log", "json"]);
        using var client = new HttpClient { BaseAddress = await mock.Url };

        using var response = await client.GetAsync("/nowhere", Cancelled);
        mock.Signal(PosixSignal.SIGTERM);
        var (_, output, _) = await mock.EndAsync();

        var lines = output.Trim().Split('\n').Select(line => JsonElement.Parse(line)).ToList();
        lines.Select(line => line.GetProperty("event").GetString()).ShouldBe(["listening", "request"]);
        lines[1].GetProperty("status").GetInt32().ShouldBe(404);
    }

    [Fact]
    public async Task Only_given_tokens_are_accepted_where_some_are_given()
    {
        await using var mock = RunningCommand.Start(["mock", "--port", "0", "--token", "right"]);
        using var client = new HttpClient { BaseAddress = await mock.Url };

        async Task<HttpStatusCode> Delete(string token)
        {
            using var request = new HttpRequestMessage(HttpMethod.Delete, "/api/v3/instagram_accounts/7");
            request.Headers.TryAddWithoutValidation("Authentication", $"Bearer {token}");
            using var response = await client.SendAsync(request, Cancelled);
            return response.StatusCode;
        }

        (await Delete("right")).ShouldBe(HttpStatusCode.OK);
        (await Delete("wrong")).ShouldBe(HttpStatusCode.Unauthorized);
    }
}
