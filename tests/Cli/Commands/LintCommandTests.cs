using System.Text.Json;

namespace SocialContract.Cli.Tests.Commands;

public sealed class LintCommandTests
{
    [Fact]
    public async Task The_shipped_document_has_its_20_gaps_with_lines_and_says_that_secrets_are_returned()
    {
        var (exit, output, error) = await RunningCommand.RunAsync("lint");

        exit.ShouldBe(0);
        error.ShouldBeEmpty();
        for (var row = 1; row <= 20; row++)
        {
            output.ShouldMatch($@"(?m)openapi\.yaml:\d+:\d+: gap {row}$");
        }

        output.ShouldContain("lint.secret-in-response");
        output.ShouldContain("0 errors");
    }

    [Fact]
    public async Task Findings_and_gaps_can_be_json()
    {
        var (exit, output, _) = await RunningCommand.RunAsync("lint", "--format", "json");

        exit.ShouldBe(0);
        var report = JsonElement.Parse(output);
        report.GetProperty("gaps")
            .EnumerateArray()
            .Select(gap => gap.GetProperty("row").GetInt32())
            .Distinct()
            .Order()
            .ShouldBe(Enumerable.Range(1, 20));
        report.GetProperty("findings")
            .EnumerateArray()
            .ShouldContain(finding => finding.GetProperty("code").GetString() == "lint.secret-in-response");
    }

    [Fact]
    public async Task A_document_with_an_error_ends_with_1()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, """
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths:
              /a:
                get:
                  responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Nowhere' } } } } }
            """, TestContext.Current.CancellationToken);

        var (exit, output, _) = await RunningCommand.RunAsync("lint", "--spec", path);
        File.Delete(path);

        exit.ShouldBe(1);
        output.ShouldContain("Nowhere");
        output.ShouldContain("1 error");
    }
}
