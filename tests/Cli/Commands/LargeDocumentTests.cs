using SocialContract.Tests.Support;

namespace SocialContract.Cli.Tests.Commands;

/// <summary>Documents that are large in one respect are linted in bounded time and memory, by the real executable.</summary>
[Collection(nameof(LargeDocumentTests))]
[CollectionDefinition(nameof(LargeDocumentTests), DisableParallelization = true)]
public sealed class LargeDocumentTests : IDisposable
{
    /// <summary>The runtime ends a process whose objects need more. Bytes, hexadecimal.</summary>
    private static readonly Dictionary<string, string> OneGigabyte = new() { ["DOTNET_GCHeapHardLimit"] = "40000000" };

    private readonly DocumentFolder _folder = new();

    public static IEnumerable<TheoryDataRow<string>> Names => LargeDocuments.Names.Select(name => new TheoryDataRow<string>(name));

    public void Dispose() => _folder.Dispose();

    /// <summary>The promise is 20 seconds for a command that has the machine to itself; the process is given up after 30.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_large_document_is_linted_within_20_seconds_and_a_gigabyte(string name)
    {
        var document = _folder.Write("openapi.yaml", LargeDocuments.Text(name));
        await using var lint = RunningCommand.Start(["lint", "--spec", document], environment: OneGigabyte);

        var (exit, output, error) = await lint.EndAsync();

        error.ShouldBeEmpty();
        exit.ShouldBeOneOf(0, 1);
        output.ShouldMatch(@"openapi\.yaml: \d+ errors?, \d+ warnings?, ");
    }
}
