using System.Text.Json;
using SocialContract.Cli.Errors;
using SocialContract.MockServer;

namespace SocialContract.Cli.Tests.Commands;

/// <summary>verify and plan as a CI job calls them.</summary>
public sealed class VerifyCommandTests : IDisposable
{
    private static readonly string Document = Path.Combine(AppContext.BaseDirectory, "spec", "openapi.yaml");

    private readonly string _folder = Directory.CreateTempSubdirectory("contract-kit").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_server_that_conforms_is_0()
    {
        await using var mock = await StartAsync();

        var (code, output, error) = await RunAsync("verify", "--url", $"{mock.Url}", "--token", "TOKEN");

        code.ShouldBe(ExitCode.Conforms);
        output.ShouldMatch(@"\nConforms: none of \d+ checks failed \(\d+ passed, .+\); exercised: .+\.\n\z");
        error.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_that_breaks_a_rule_is_1_and_the_report_names_it()
    {
        await using var mock = await StartAsync("FacebookAccount/fb_token/type");
        var report = Path.Combine(_folder, "reports", "report.json");

        var (code, output, _) = await RunAsync("verify", "--url", $"{mock.Url}", "--token", "TOKEN", "--report", $"json={report}");

        code.ShouldBe(ExitCode.Violations);
        output.ShouldContain("\nFAILED 1/2  facebook_account[fb_token]: Must be a String\n", Case.Sensitive);
        var json = JsonDocument.Parse(File.ReadAllText(report)).RootElement;
        json.GetProperty("verdict").GetString().ShouldBe("violates");
        json.GetProperty("rules").EnumerateArray()
            .Where(rule => rule.GetProperty("outcome").GetString() == "failed")
            .Select(rule => rule.GetProperty("id").GetString()).Distinct()
            .ShouldBe(["FacebookAccount/fb_token/type"]);
    }

    [Fact]
    public async Task A_failure_in_the_baseline_is_known_until_its_day()
    {
        await using var mock = await StartAsync("FacebookAccount/fb_token/type");
        var baseline = Path.Combine(_folder, "known.yaml");

        string[] verify = ["verify", "--url", $"{mock.Url}", "--token", "TOKEN", "--baseline", baseline];
        var first = await RunAsync([.. verify, "--update-baseline", "--known-until", "2999-12-31"]);
        var second = await RunAsync(verify);

        first.Code.ShouldBe(ExitCode.Conforms);
        second.Code.ShouldBe(ExitCode.Conforms);
        File.ReadAllText(baseline).ShouldContain("until: 2999-12-31", Case.Sensitive);
    }

    [Fact]
    public async Task An_unreachable_server_is_3()
    {
        var (code, output, _) = await RunAsync("verify", "--url", "http://127.0.0.1:1", "--token", "TOKEN");

        code.ShouldBe(ExitCode.NotTested);
        output.ShouldEndWith("Not tested: http://127.0.0.1:1/ cannot be reached: the connection is refused.\n");
    }

    [Fact]
    public async Task Plan_and_verify_print_one_hash_and_plan_sends_nothing()
    {
        await using var mock = await StartAsync();

        var plan = await RunAsync("plan");
        var verify = await RunAsync("verify", "--url", $"{mock.Url}", "--token", "TOKEN");

        plan.Code.ShouldBe(ExitCode.Conforms);
        var hash = plan.Output.TrimEnd().Split(' ')[^1];
        hash.Length.ShouldBe(64);
        verify.Output.ShouldMatch($@"\n\d+ requests in [0-9.]+ s; plan {hash}\n");
    }

    private static Task<MockHost> StartAsync(params string[] off) => MockHost.StartAsync(
        new MockOptions { Document = Document, Reload = false, Tokens = ["TOKEN"], SwitchedOff = off.ToHashSet() },
        TestContext.Current.CancellationToken);

    private static async Task<(ExitCode Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter();
        var code = await CommandLineApplication.RunAsync([.. arguments, "--spec", Document], output, error, TimeProvider.System);
        return (code, output.ToString(), error.ToString());
    }
}
