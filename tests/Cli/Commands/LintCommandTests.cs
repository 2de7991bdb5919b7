using System.Text.Json;

namespace SocialContract.Cli.Tests.Commands;

public sealed class LintCommandTests
{
    [Fact]
    public async Task The_shipped_document_has_its_20_gaps_with_lines_and_a_warning_for_each_secret_that_is_returned()
    {
        var (exit, output, error) = await RunningCommand.RunAsync("lint");

        exit.ShouldBe(0);
        error.ShouldBeEmpty();
        for (var number = 1; number <= 20; number++)
        {
            output.ShouldMatch($@"(?m)openapi\.yaml:\d+:\d+: gap {number}$");
        }

        output.ShouldMatch(
            @"(?m)openapi\.yaml:\d+:\d+: warning: fb_token is a secret, and a response contains it \[lint\.secret-in-response\]$");
        output.ShouldEndWith($"openapi.yaml: 0 errors, 2 warnings, 0 information, 20 gaps{Environment.NewLine}");
    }

    [Fact]
    public async Task Findings_and_gaps_can_be_json()
    {
        var (exit, output, _) = await RunningCommand.RunAsync("lint", "--format", "json");

        exit.ShouldBe(0);
        var report = JsonElement.Parse(output);
        report.GetProperty("gaps").EnumerateArray().Select(gap => gap.GetProperty("row").GetInt32()).Distinct().Order()
            .ShouldBe(Enumerable.Range(1, 20));
        report.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("code").GetString())
            .ShouldBe(["lint.secret-in-response", "lint.secret-in-response"]);
        report.GetProperty("findings")[0].EnumerateObject().Select(member => member.Name)
            .ShouldBe(["code", "severity", "file", "line", "column", "pointer", "message"]);
        report.GetProperty("gaps")[0].EnumerateObject().Select(member => member.Name)
            .ShouldBe(["row", "page", "reading", "file", "line", "column", "pointer"]);
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
        output.ShouldContain($"{path}:6:93: error: #/components/schemas/Nowhere has no target: ", Case.Sensitive);
        output.ShouldEndWith($"{path}: 1 error, 0 warnings, 1 information, 0 gaps{Environment.NewLine}");
    }
}
