using SocialContract.Tests.Support;

namespace SocialContract.Cli.Tests.Commands;

/// <summary>
/// Files besides the document that a command is given: whatever they are, there is one sentence, and nothing waits for them.
/// </summary>
public sealed class InputFilesTests : IDisposable
{
    private const string Nowhere = "http://127.0.0.1:1";

    private readonly DocumentFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("pipe", "this is a pipe, and only regular files are read [file.unreadable]")]
    [InlineData("folder", "this is a folder [file.unreadable]")]
    [InlineData("huge", "the file has 1099511627776 bytes; the limit is 16777216 [file.too-large]")]
    [InlineData("/dev/full", "this is a device, and only regular files are read [file.unreadable]")]
    [InlineData("/dev/zero", "this is a device, and only regular files are read [file.unreadable]")]
    [InlineData("/proc/self/environ", "this is a file of the operating system's kernel [file.unreadable]")]
    public async Task A_baseline_that_is_not_a_regular_file_is_refused_before_anything_is_sent(string name, string reason)
    {
        _folder.Pipe("pipe");
        _folder.Write("folder/known.yaml", "known: []");
        _folder.Grow("huge", 1L << 40);
        var path = _folder.At(name);

        (await RunningCommand.RunAsync(Verify("--baseline", path))).ShouldBe((2, "", $"{path}:1:1: error: {reason}\n"));
    }

    [Fact]
    public async Task A_baseline_that_cannot_be_updated_is_refused_before_anything_is_sent()
    {
        var path = _folder.Pipe("pipe");

        (await RunningCommand.RunAsync(Verify("--baseline", path, "--update-baseline")))
            .ShouldBe((2, "", $"{path}:1:1: error: this is a pipe, and only regular files are read [file.unreadable]\n"));
    }

    [Fact]
    public async Task A_report_to_a_pipe_that_nothing_reads_is_a_sentence()
    {
        var pipe = _folder.Pipe("pipe");

        var (exit, _, error) = await RunningCommand.RunAsync(Verify("--report", $"json={pipe}"));

        exit.ShouldBe(2);
        error.ShouldContain($"social-contract: the json report cannot be written to {pipe}: this is a pipe that nothing reads");
    }

    [Fact]
    public async Task A_report_goes_through_a_pipe_that_is_read()
    {
        var pipe = _folder.Pipe("pipe");
        var read = Task.Run(() => File.ReadAllText(pipe));

        await RunningCommand.RunAsync(Verify("--report", $"json={pipe}"));

        (await read.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken)).ShouldStartWith("{");
    }

    [Fact]
    public async Task CONTRACT_ALLOW_REFS_allows_folders_where_the_flag_is_absent()
    {
        _folder.Write("shared/types.yaml", "type: object\n");
        _folder.Write("more/types.yaml", "type: object\n");
        var document = _folder.Write(
            "document/openapi.yaml", DocumentFolder.DocumentOf("../shared/types.yaml", "../more/types.yaml"));

        var both = await LintAsync(document, $"{_folder.At("shared")}{Path.PathSeparator}{_folder.At("more")}");
        var flag = await LintAsync(document, "nowhere", "--allow-refs", _folder.At("shared"), "--allow-refs", _folder.At("more"));
        var none = await LintAsync(document, _folder.At("more"));
        var wrong = await LintAsync(document, "nowhere");

        both.ShouldBe((0, ""));
        flag.ShouldBe((0, ""));
        none.ShouldBe((1, ""));
        wrong.ShouldBe(
            (2, $"social-contract: CONTRACT_ALLOW_REFS takes folders that exist, separated by '{Path.PathSeparator}'; found 'nowhere'.\n"));
    }

    private string[] Verify(params string[] more)
    {
        _folder.Write("types.yaml", "type: object\n");
        return ["verify", "--spec", _folder.Write("openapi.yaml", DocumentFolder.DocumentOf("types.yaml")), "--url", Nowhere, .. more];
    }

    private static async Task<(int Exit, string Error)> LintAsync(string document, string allowed, params string[] more)
    {
        await using var command = RunningCommand.Start(
            ["lint", "--spec", document, .. more], environment: new Dictionary<string, string> { ["CONTRACT_ALLOW_REFS"] = allowed });
        var (exit, _, error) = await command.EndAsync();
        return (exit, error);
    }
}
