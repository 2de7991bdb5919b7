using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace SocialContract.Cli.Tests.Commands;

public sealed class ReferenceCommandTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_says_at_the_start_who_may_call_and_where()
    {
        await using var reference = RunningCommand.Start(["reference", "--port", "0"], workingDirectory: Path.GetTempPath());
        var url = await reference.Url;

        reference.Output.ReplaceLineEndings("\n").ShouldBe(
            $"""
            The reference implementation of the social-accounts API
              admin   Authentication: Bearer admin-token
              creator Authentication: Bearer creator-token
              user    Authentication: Bearer user-token
            Database: a temporary file, deleted when the server ends
            Listening on {url.GetLeftPart(UriPartial.Authority)}

            """);
        (await DeleteAsync(url, "user-token")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_token_that_was_given_replaces_the_roles_own_and_is_not_printed()
    {
        await using var reference = RunningCommand.Start(
            ["reference", "--port", "0", "--token", "creator=CHOSEN", "--token", "creator=ANOTHER"]);
        var url = await reference.Url;

        (await DeleteAsync(url, "CHOSEN")).ShouldBe(HttpStatusCode.NotFound);
        (await DeleteAsync(url, "ANOTHER")).ShouldBe(HttpStatusCode.NotFound);
        (await DeleteAsync(url, "admin-token")).ShouldBe(HttpStatusCode.NotFound);
        (await DeleteAsync(url, "creator-token")).ShouldBe(HttpStatusCode.Unauthorized);
        reference.Output.ShouldNotContain("CHOSEN");
        reference.Output.ShouldNotContain("ANOTHER");
    }

    [Fact]
    public async Task Provider_states_are_there_only_if_asked_for()
    {
        await using var without = RunningCommand.Start(["reference", "--port", "0"]);
        await using var with = RunningCommand.Start(["reference", "--port", "0", "--provider-states"]);

        (await CleanSlateAsync(await without.Url)).ShouldBe(HttpStatusCode.NotFound);
        (await CleanSlateAsync(await with.Url)).ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_refused_request_is_logged_with_the_rule_that_it_broke_and_without_its_token()
    {
        await using var reference = RunningCommand.Start(["reference", "--port", "0", "--token", "user=SECRETTOKEN"]);
        await DeleteAsync(await reference.Url, "SECRETTOKEN", "word");
        await DeleteAsync(await reference.Url, "SECRETUNKNOWN");
        reference.Signal(PosixSignal.SIGTERM);

        var (exit, output, error) = await reference.EndAsync();

        exit.ShouldBe(0);
        error.ShouldContain("deleteInstagramAccount refused: deleteInstagramAccount/path/id/type", Case.Sensitive);
        (output + error).ShouldNotContain("SECRET");
    }

    [Fact]
    public async Task A_taken_port_is_one_sentence_that_names_the_port_and_the_flag()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var (exit, output, error) = await RunningCommand.RunAsync("reference", "--port", $"{port}");

        exit.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldBe(
            $"social-contract: Port {port} on 127.0.0.1 is taken; choose another with --port, or --port 0 for a free one."
            + Environment.NewLine);
    }

    [Theory]
    [InlineData("--prot 1", "social-contract reference has no option '--prot'; did you mean --port?")]
    [InlineData("--port 70000", "--port takes a whole number from 0 to 65535; found '70000'.")]
    [InlineData("--host elsewhere", "The host elsewhere is not an IP address; use --host with 127.0.0.1, 0.0.0.0, ::1 or localhost.")]
    [InlineData("--host 192.0.2.1", "192.0.2.1 is not an address of this machine; choose another with --host.")]
    [InlineData("--token SECRET", "--token takes ROLE=TOKEN with a role of admin|creator|user and a token of visible ASCII characters.")]
    [InlineData(
        "--token emperor=SECRET", "--token takes ROLE=TOKEN with a role of admin|creator|user and a token of visible ASCII characters.")]
    [InlineData("--token admin=", "--token takes ROLE=TOKEN with a role of admin|creator|user and a token of visible ASCII characters.")]
    [InlineData(
        "--token admin=SECRET --token user=SECRET",
        "The token of user@example.com is already that of admin@example.com; give each user a different token with --token.")]
    [InlineData(
        "--token admin=user-token",
        "The token of user@example.com is already that of admin@example.com; give each user a different token with --token.")]
    [InlineData(
        "--database nowhere/reference.db",
        "The database nowhere/reference.db cannot be used: SQLite Error 14: 'unable to open database file'; name another file with "
        + "--database.")]
    public async Task A_wrong_flag_is_one_sentence_that_repeats_no_token(string arguments, string sentence)
    {
        var (exit, output, error) = await RunningCommand.RunAsync(["reference", .. arguments.Split(' ')]);

        exit.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldBe($"social-contract: {sentence}{Environment.NewLine}");
    }

    [Fact]
    public async Task A_file_that_is_not_a_database_of_this_server_is_refused_and_stays_as_it_was()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "social-contract.dll");
        var before = await File.ReadAllBytesAsync(file, Cancelled);

        var (exit, _, error) = await RunningCommand.RunAsync("reference", "--port", "0", "--database", file);

        exit.ShouldBe(2);
        error.ShouldBe(
            $"social-contract: The database {file} cannot be used: SQLite Error 26: 'file is not a database'; "
            + $"name another file with --database.{Environment.NewLine}");
        (await File.ReadAllBytesAsync(file, Cancelled)).ShouldBe(before);
    }

    private static async Task<HttpStatusCode> DeleteAsync(Uri url, string token, string id = "7")
    {
        using var client = new HttpClient { BaseAddress = url };
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"/api/v3/instagram_accounts/{id}");
        request.Headers.TryAddWithoutValidation("Authentication", $"Bearer {token}");
        using var response = await client.SendAsync(request, Cancelled);
        return response.StatusCode;
    }

    private static async Task<HttpStatusCode> CleanSlateAsync(Uri url)
    {
        using var client = new HttpClient { BaseAddress = url };
        using var response = await client.PostAsJsonAsync("/_contract/provider-states", new { state = "a clean slate" }, Cancelled);
        return response.StatusCode;
    }
}
