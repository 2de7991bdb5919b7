using System.Runtime.InteropServices;

namespace SocialContract.Cli.Tests.Processes;

/// <summary>A log that nothing reads costs lines, and never a request or the end of the server.</summary>
public sealed class ServerOutputTests
{
    /// <summary>Two seconds, and as many for a busy machine.</summary>
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(4);

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public async Task A_mock_whose_output_is_not_read_responds_and_ends_at_once_and_counts_the_lines_it_drops(string format)
    {
        const int Requests = 70_000;
        var (process, url) = await ShellProcess.ServeAsync("", "mock", "--log", format);
        using var server = process;

        (await ShellProcess.FloodAsync(url, Requests)).ShouldBe(Requests);
        await RespondsAsync(url);
        var (exit, elapsed, error) = await process.SignalAsync(PosixSignal.SIGTERM);

        exit.ShouldBe(0);
        elapsed.ShouldBeLessThan(Promised);
        error.ShouldMatch("(?m)^social-contract: [0-9]+ log lines were dropped: what reads the log did not take them in time\\.$");
    }

    [Fact]
    public async Task A_log_that_is_read_again_says_how_many_lines_are_missing()
    {
        var (process, url) = await ShellProcess.ServeAsync("", "mock");
        using var server = process;
        (await ShellProcess.FloodAsync(url, 70_000)).ShouldBe(70_000);

        (await process.ReadToLineAsync("dropped")).ShouldMatch(
            "^warning: [0-9]+ log lines were dropped, because the log is read more slowly than requests arrive\\.$");
        await RespondsAsync(url);
    }

    [Theory]
    [InlineData("mock", ">&-", "it is closed")]
    [InlineData("mock", ">/dev/full", "No space left on device")]
    [InlineData("reference", ">&-", "it is closed")]
    [InlineData("reference", ">/dev/full", "No space left on device")]
    public async Task A_server_without_an_output_serves_and_says_so_on_the_error_stream(string command, string redirection, string reason)
    {
        var (process, url) = await ShellProcess.ServeAsync(redirection, command);
        using var server = process;

        (await ShellProcess.FloodAsync(url, 100)).ShouldBe(100);
        var (exit, elapsed, error) = await process.SignalAsync(PosixSignal.SIGTERM);

        exit.ShouldBe(0);
        elapsed.ShouldBeLessThan(Promised);
        error.ShouldStartWith($"social-contract: The log cannot be written, and its lines are dropped: {reason}.\n");
        error.ShouldMatch($"social-contract: [0-9]+ log lines? w(as|ere) dropped: {reason}\\.\n$");
    }

    [Theory]
    [InlineData("mock", ">&- 2>&-")]
    [InlineData("mock", "<&- >&- 2>&-")]
    [InlineData("mock", ">/dev/full 2>/dev/full")]
    [InlineData("reference", ">&- 2>&-")]
    [InlineData("reference", ">/dev/full 2>/dev/full")]
    public async Task A_server_without_any_output_serves(string command, string redirection)
    {
        var (process, url) = await ShellProcess.ServeAsync(redirection, command);
        using var server = process;

        (await ShellProcess.FloodAsync(url, 100)).ShouldBe(100);
        var (exit, elapsed, error) = await process.SignalAsync(PosixSignal.SIGINT);

        exit.ShouldBe(0);
        elapsed.ShouldBeLessThan(Promised);
        error.ShouldBeEmpty();
    }

    private static async Task RespondsAsync(Uri url)
    {
        using var client = new HttpClient { BaseAddress = url, Timeout = Promised };
        using var response = await client.GetAsync("/__admin/health", TestContext.Current.CancellationToken);
        response.IsSuccessStatusCode.ShouldBeTrue();
    }
}
