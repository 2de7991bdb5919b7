using System.Diagnostics;
using System.Net;
using System.Runtime.InteropServices;
using System.Text;
using SocialContract.Tests.Support;

namespace SocialContract.Cli.Tests.Commands;

/// <summary>
/// Documents that are large in one respect are linted, planned and served in bounded time and memory, by the real executable.
/// </summary>
[Collection(nameof(LargeDocumentTests))]
[CollectionDefinition(nameof(LargeDocumentTests), DisableParallelization = true)]
public sealed class LargeDocumentTests : IDisposable
{
    /// <summary>The runtime ends a process whose objects need more. Bytes, hexadecimal.</summary>
    private static readonly Dictionary<string, string> OneGigabyte = new() { ["DOTNET_GCHeapHardLimit"] = "40000000" };

    private readonly DocumentFolder _folder = new();

    /// <summary>Planned or served below, and read and judged there.</summary>
    private static readonly HashSet<string> PlannedOrServed = new(StringComparer.Ordinal)
    {
        "chain of 20000 references", "allOf chain of 5000", "oneOf diamond of depth 25", "properties diamond of depth 25",
        "5000 header parameters", "3000 operations that share a schema", "30000 properties, all required",
    };

    public static IEnumerable<TheoryDataRow<string>> Linted =>
        LargeDocuments.Names.Where(name => !PlannedOrServed.Contains(name)).Select(name => new TheoryDataRow<string>(name));

    public void Dispose() => _folder.Dispose();

    /// <summary>The promise is 20 seconds for a command that has the machine to itself; the process is given up after 30.</summary>
    [Theory]
    [MemberData(nameof(Linted))]
    public async Task A_large_document_is_linted_within_20_seconds_and_a_gigabyte(string name)
    {
        var document = _folder.Write("openapi.yaml", LargeDocuments.Text(name));
        await using var lint = RunningCommand.Start(["lint", "--spec", document], environment: OneGigabyte);

        var (exit, output, error) = await lint.EndAsync();

        error.ShouldBeEmpty();
        exit.ShouldBeOneOf(0, 1);
        output.ShouldMatch(@"openapi\.yaml: \d+ errors?, \d+ warnings?, ");
    }

    [Theory]
    [InlineData("chain of 20000 references")]
    [InlineData("allOf chain of 5000")]
    [InlineData("oneOf diamond of depth 25")]
    [InlineData("properties diamond of depth 25")]
    [InlineData("enum of 30000 objects")]
    [InlineData("enum of 700000 numbers")]
    [InlineData("required of 100000 names")]
    [InlineData("5000 header parameters")]
    [InlineData("3000 operations that share a schema")]
    public async Task A_large_document_is_planned_within_20_seconds_and_a_gigabyte(string name)
    {
        var document = _folder.Write("openapi.yaml", LargeDocuments.Text(name));
        await using var plan = RunningCommand.Start(["plan", "--spec", document], environment: OneGigabyte);

        var (exit, output, error) = await plan.EndAsync();

        error.ShouldBeEmpty();
        exit.ShouldBe(0);
        output.ShouldMatch(@"\d+ requests? \(.*sha256 [0-9a-f]{64}\s*$");
    }

    /// <summary>The promise is a second for a machine that does nothing else.</summary>
    [Theory]
    [InlineData("5000 parameters", "GET", "/a", HttpStatusCode.UnprocessableEntity)]
    [InlineData("enum of 700000 numbers", "POST", "/a0", HttpStatusCode.UnprocessableEntity)]
    [InlineData("30000 properties", "POST", "/a0", HttpStatusCode.OK)]
    [InlineData("30000 properties, all required", "POST", "/a0", HttpStatusCode.UnprocessableEntity)]
    public async Task A_mock_of_a_large_document_responds_at_once_and_ends_at_once(
        string name, string method, string path, HttpStatusCode status)
    {
        var document = _folder.Write("openapi.yaml", LargeDocuments.Text(name));
        await using var mock = RunningCommand.Start(["mock", "--spec", document, "--port", "0"], environment: OneGigabyte);
        using var client = new HttpClient { BaseAddress = await mock.Url };
        using var request = new HttpRequestMessage(new HttpMethod(method), path)
        {
            Content = method == "POST" ? new StringContent("{}", Encoding.UTF8, "application/json") : null,
        };
        var started = Stopwatch.GetTimestamp();

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(5));
        response.StatusCode.ShouldBe(status);
        mock.Signal(PosixSignal.SIGTERM);
        (await mock.EndAsync()).Exit.ShouldBe(0);
    }
}
