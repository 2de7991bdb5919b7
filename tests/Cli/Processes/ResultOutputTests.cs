namespace SocialContract.Cli.Tests.Processes;

/// <summary>Where the output is a command's result, a result that cannot be written is told by the exit code, never by a crash.</summary>
public sealed class ResultOutputTests
{
    private const string Unreachable = "verify --url http://127.0.0.1:1";

    [Theory]
    [InlineData("lint", ">&-", "it is closed")]
    [InlineData("lint --format json", ">&-", "it is closed")]
    [InlineData("plan", ">&-", "it is closed")]
    [InlineData(Unreachable, ">&-", "it is closed")]
    [InlineData("--help", ">&-", "it is closed")]
    [InlineData("lint", ">/dev/full", "No space left on device")]
    [InlineData("plan", ">/dev/full", "No space left on device")]
    [InlineData(Unreachable, ">/dev/full", "No space left on device")]
    [InlineData("--help", ">/dev/full", "No space left on device")]
    public async Task A_result_that_cannot_be_written_is_one_sentence_and_exit_2(string command, string redirection, string reason)
    {
        using var process = ShellProcess.Start(redirection, command.Split(' '));

        (await process.EndAsync()).ShouldBe((2, $"social-contract: the output cannot be written: {reason}.\n"));
    }

    [Theory]
    [InlineData("lint", ">&- 2>&-")]
    [InlineData("plan", "<&- >&- 2>&-")]
    [InlineData(Unreachable, ">/dev/full 2>/dev/full")]
    [InlineData("lint --spec nowhere.yaml", "2>&-")]
    [InlineData("bogus", "2>/dev/full")]
    public async Task An_error_stream_that_takes_nothing_changes_only_what_is_printed(string command, string redirection)
    {
        using var process = ShellProcess.Start(redirection, command.Split(' '));

        (await process.EndAsync()).ShouldBe((2, ""));
    }

    [Theory]
    [InlineData("lint", 0)]
    [InlineData("plan", 0)]
    [InlineData(Unreachable, 3)]
    public async Task A_reader_that_has_read_enough_ends_the_output_quietly(string command, int exit)
    {
        using var process = ShellProcess.Start("", command.Split(' '));
        process.CloseReader();

        (await process.EndAsync()).ShouldBe((exit, ""));
    }

    [Theory]
    [InlineData("junit")]
    [InlineData("html")]
    [InlineData("json")]
    [InlineData("sarif")]
    [InlineData("markdown")]
    public async Task A_report_file_on_a_full_disk_is_one_sentence_and_exit_2(string format)
    {
        using var process = ShellProcess.Start(">/dev/null", [.. Unreachable.Split(' '), "--report", $"{format}=/dev/full"]);

        var (exit, error) = await process.EndAsync();

        exit.ShouldBe(2);
        error.ShouldStartWith($"social-contract: the {format} report cannot be written to /dev/full: No space left on device");
    }
}
