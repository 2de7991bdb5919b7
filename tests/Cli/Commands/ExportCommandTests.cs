using System.Text.Json;

namespace SocialContract.Cli.Tests.Commands;

public sealed class ExportCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("contract-export-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_stubs_of_the_shipped_document_are_written_for_WireMock()
    {
        var (exit, output, error) = await RunningCommand.RunAsync("export", "wiremock", "--out", _folder);

        exit.ShouldBe(0);
        error.ShouldBeEmpty();
        output.ShouldMatch($@"\A\d+ files in {_folder}\r?\nnot exported: createInstagramAccounts: ");
        output.ShouldMatch(@"not exported: \d+ more, which README\.md in the folder lists\r?\n\z");
        Directory.GetFiles(Path.Combine(_folder, "mappings"), "*.json", SearchOption.AllDirectories).Length.ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task The_mappings_of_the_shipped_document_are_written_for_WireMock_Net()
    {
        var (exit, _, _) = await RunningCommand.RunAsync("export", "wiremock.net", "--out", _folder);

        exit.ShouldBe(0);
        (await File.ReadAllTextAsync(Path.Combine(_folder, "README.md"), TestContext.Current.CancellationToken))
            .ShouldContain("WireMock.Net has no matcher for it");
        Directory.GetFiles(Path.Combine(_folder, "__admin", "mappings"), "*.json").Length.ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task The_schemas_of_the_shipped_document_are_listed_in_an_index()
    {
        var (exit, output, _) = await RunningCommand.RunAsync("export", "schemas", "--out", _folder);

        exit.ShouldBe(0);
        output.ShouldNotContain("not exported");
        var index = JsonElement.Parse(
            await File.ReadAllTextAsync(Path.Combine(_folder, "index.json"), TestContext.Current.CancellationToken));
        foreach (var entry in index.EnumerateArray())
        {
            File.Exists(Path.Combine(_folder, entry.GetProperty("file").GetString()!)).ShouldBeTrue();
        }

        index.EnumerateArray().Select(entry => entry.GetProperty("file").GetString())
            .ShouldContain("createInstagramAccounts/request.application-json.json");
    }

    [Fact]
    public async Task A_folder_with_other_files_is_refused_in_a_sentence()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "mine.txt"), "", TestContext.Current.CancellationToken);

        var (exit, output, error) = await RunningCommand.RunAsync("export", "wiremock", "--out", _folder);

        exit.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldBe(
            $"social-contract: '{_folder}' has mine.txt, which no export wrote; an export takes an empty folder or that of a former one."
            + Environment.NewLine);
        Directory.GetFileSystemEntries(_folder).Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_created_is_refused_in_a_sentence()
    {
        var (exit, output, error) = await RunningCommand.RunAsync("export", "wiremock", "--out", "/proc/x");

        exit.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldBe(
            "social-contract: the export cannot be written to '/proc/x': no folder can be created there; name another folder."
            + Environment.NewLine);
    }

    [Theory]
    [InlineData("export")]
    [InlineData("export wiremock")]
    [InlineData("export nothing --out x")]
    public async Task A_command_without_its_parts_is_refused_in_a_sentence(string arguments)
    {
        var (exit, _, error) = await RunningCommand.RunAsync(arguments.Split(' '));

        exit.ShouldBe(2);
        error.ShouldStartWith("social-contract: ");
        error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1);
    }
}
