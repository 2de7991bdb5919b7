using System.Diagnostics;
using SocialContract.Tests.Support;

namespace SocialContract.Cli.Tests.Commands;

/// <summary>Which files the commands read for a document, by the real executable.</summary>
public sealed class DocumentFilesTests : IDisposable
{
    private const string Secret = "topsecret";

    private readonly DocumentFolder _folder = new();

    public DocumentFilesTests() => _folder.Write("shared/types.yaml", $"type: object\nexample: {{ note: {Secret} }}\n");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("lint", 1, 0)]
    [InlineData("plan", 0, 0)]
    public async Task A_file_outside_the_folder_is_read_only_where_the_command_line_allows_it(string command, int refused, int allowed)
    {
        var document = Document("../shared/types.yaml");

        var (exit, output, error) = await RunningCommand.RunAsync(command, "--spec", document);
        exit.ShouldBe(refused);
        $"{output}{error}".ShouldNotContain(Secret);

        (exit, output, _) = await RunningCommand.RunAsync(
            command, "--spec", document, "--allow-refs", _folder.At("document"), "--allow-refs", _folder.At("shared"));
        exit.ShouldBe(allowed);
        output.ShouldNotContain("reference.outside");
    }

    [Theory]
    [InlineData("/etc/passwd")]
    [InlineData("../shared/types.yaml")]
    [InlineData("link.yaml")]
    public async Task A_mock_shows_nothing_of_a_file_outside_the_folder(string reference)
    {
        _folder.Link("document/link.yaml", "../shared/types.yaml");
        await using var mock = RunningCommand.Start(["mock", "--spec", Document(reference), "--port", "0"]);
        using var client = new HttpClient { BaseAddress = await mock.Url };

        using var response = await client.GetAsync("/a0", TestContext.Current.CancellationToken);

        ((int)response.StatusCode).ShouldBe(501);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        body.ShouldContain("allow a folder that contains it with --allow-refs DIR");
        foreach (var shown in (string[])[body, mock.Output])
        {
            shown.ShouldContain(reference);
            shown.ShouldNotContain(Secret);
            shown.ShouldNotContain("root:");
        }
    }

    [Fact]
    public async Task A_mock_serves_an_allowed_file()
    {
        await using var mock = RunningCommand.Start(
            ["mock", "--spec", Document("../shared/types.yaml"), "--port", "0", "--allow-refs", _folder.At("shared")]);
        using var client = new HttpClient { BaseAddress = await mock.Url };

        (await client.GetStringAsync("/a0", TestContext.Current.CancellationToken)).ShouldContain(Secret);
    }

    [Theory]
    [InlineData("pipe")]
    [InlineData("/dev/zero")]
    [InlineData("/proc/self/environ")]
    public async Task A_special_file_ends_lint_at_once(string name)
    {
        _folder.Pipe("pipe");
        var started = Stopwatch.GetTimestamp();

        var (exit, _, error) = await RunningCommand.RunAsync("lint", "--spec", _folder.At(name));

        exit.ShouldBe(2);
        error.ShouldContain($"{_folder.At(name)}:1:1: error: this is a ");
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_file_over_the_size_limit_is_refused_at_its_reference()
    {
        var document = Document("types.yaml");
        _folder.Grow("document/types.yaml", 5000);

        var (exit, output, _) = await RunningCommand.RunAsync("lint", "--spec", document, "--max-file", "4999");

        exit.ShouldBe(1);
        output.ShouldContain($"{document}:6:93: error: types.yaml cannot be read: ");
        output.ShouldContain("the file has 5000 bytes; the limit is 4999, which --max-file changes");
    }

    [Theory]
    [InlineData("--max-file", "0", "--max-file takes a whole number from 1 to 1000000000; found '0'.")]
    [InlineData("--allow-refs", "nowhere", "--allow-refs takes a folder that exists; found 'nowhere'.")]
    public async Task Options_that_make_no_sense_are_usage_errors(string option, string value, string sentence)
    {
        foreach (var command in (string[])["mock", "lint", "plan", "verify"])
        {
            string[] url = command == "verify" ? ["--url", "http://127.0.0.1:1"] : [];
            var (exit, _, error) = await RunningCommand.RunAsync([command, option, value, .. url]);

            exit.ShouldBe(2);
            error.ShouldContain($"social-contract: {sentence}");
        }
    }

    private string Document(string reference) => _folder.Write("document/openapi.yaml", DocumentFolder.DocumentOf(reference));
}
