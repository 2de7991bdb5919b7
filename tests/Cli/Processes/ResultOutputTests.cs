using System.Text.Json;
using SocialContract.Tests.Support;

namespace SocialContract.Cli.Tests.Processes;

/// <summary>Where the output is a command's result, a result that cannot be written is told by the exit code, never by a crash.</summary>
public sealed class ResultOutputTests : IDisposable
{
    private const string Unreachable = "verify --url http://127.0.0.1:1";

    private const string Document = """
        openapi: 3.1.0
        info: { title: T, version: '1' }
        paths:
          /a:
            post:
              requestBody: { content: { application/json: { schema: { type: object, required: [a] } } } }
              responses: { '200': { description: ok }, '422': { description: refused } }
        """;

    private readonly DocumentFolder _folder = new();

    public void Dispose() => _folder.Dispose();

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
        using var process = ShellProcess.Start(redirection, Arguments(command));

        (await process.EndAsync()).ShouldBe((2, $"social-contract: the output cannot be written: {reason}.\n"));
    }

    /// <summary>
    /// 2, as where a report cannot be written: what the call names as its output is wrong, and not the server (1) or the test of it (3).
    /// </summary>
    [Theory]
    [InlineData(">/dev/full")]
    [InlineData(">&-")]
    public async Task The_reports_of_a_run_are_whole_though_its_output_cannot_be_written(string redirection)
    {
        var report = _folder.At("report.json");
        using var process = ShellProcess.Start(redirection, [.. Arguments(Unreachable), "--report", $"json={report}"]);

        (await process.EndAsync()).Exit.ShouldBe(2);

        JsonDocument.Parse(await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken))
            .RootElement.GetProperty("verdict").GetString().ShouldBe("not-tested");
    }

    [Theory]
    [InlineData("lint", ">&- 2>&-")]
    [InlineData("plan", "<&- >&- 2>&-")]
    [InlineData(Unreachable, ">/dev/full 2>/dev/full")]
    [InlineData("lint --spec nowhere.yaml", "2>&-")]
    [InlineData("bogus", "2>/dev/full")]
    public async Task An_error_stream_that_takes_nothing_changes_only_what_is_printed(string command, string redirection)
    {
        using var process = ShellProcess.Start(redirection, Arguments(command));

        (await process.EndAsync()).ShouldBe((2, ""));
    }

    [Theory]
    [InlineData("lint", 0)]
    [InlineData("plan", 0)]
    [InlineData(Unreachable, 3)]
    public async Task A_reader_that_has_read_enough_ends_the_output_quietly(string command, int exit)
    {
        using var process = ShellProcess.Start("", Arguments(command));
        process.CloseReader();

        (await process.EndAsync()).ShouldBe((exit, ""));
    }

    [Theory]
    [InlineData("html")]
    [InlineData("json")]
    public async Task A_report_file_on_a_full_disk_is_one_sentence_and_exit_2(string format)
    {
        using var process = ShellProcess.Start(">/dev/null", [.. Arguments(Unreachable), "--report", $"{format}=/dev/full"]);

        var (exit, error) = await process.EndAsync();

        exit.ShouldBe(2);
        error.ShouldStartWith($"social-contract: the {format} report cannot be written to /dev/full: No space left on device");
    }

    /// <summary>With a small document where the command line names none.</summary>
    private string[] Arguments(string command) =>
        command is "--help" or "bogus" || command.Contains("--spec", StringComparison.Ordinal)
            ? command.Split(' ')
            : [.. command.Split(' '), "--spec", _folder.Write("openapi.yaml", Document)];
}
