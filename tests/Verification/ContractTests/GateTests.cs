using System.Diagnostics;
using SocialContract.MockServer;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.ContractTests;

/// <summary>The contract tests as a CI job runs them: a process, its environment, its exit code and output.</summary>
public sealed class GateTests
{
    [Fact]
    public async Task A_rule_that_a_server_breaks_is_one_failed_test_named_in_the_documentations_words()
    {
        await using var mock = await MockHost.StartAsync(
            new MockOptions
            {
                Document = Shipped.Path,
                Reload = false,
                Tokens = ["TOKEN"],
                SwitchedOff = new HashSet<string> { "FacebookAccount/fb_uid/type" },
            },
            TestContext.Current.CancellationToken);

        var (exitCode, output) = await RunAsync(("CONTRACT_URL", mock.Url.ToString()), ("CONTRACT_TOKEN", "TOKEN"));

        exitCode.ShouldNotBe(0);
        Failed(output).ShouldBe(
        [
            "POST /api/v3/facebook_pages: facebook_account[fb_uid] Must be a String (FacebookAccount/fb_uid/type)",
            "POST /api/v3/instagram_accounts: facebook_account[fb_uid] Must be a String (FacebookAccount/fb_uid/type)",
        ]);
        output.ShouldContain("expected  Refused with 422 (facebook_account[fb_uid] is the number 123).");
        output.ShouldContain("repeat    curl ");
        output.ShouldNotContain("Bearer TOKEN");
    }

    [Fact]
    public async Task A_setting_that_cannot_be_used_is_one_failed_test_with_one_sentence()
    {
        var (exitCode, output) = await RunAsync(("CONTRACT_URL", "nonsense"));

        exitCode.ShouldNotBe(0);
        Failed(output).ShouldHaveSingleItem().ShouldEndWith("The_server_can_be_tested");
        output.ShouldContain("CONTRACT_URL takes a URL such as http://127.0.0.1:3000; found 'nonsense'.");
    }

    [Fact]
    public async Task A_document_that_is_not_there_is_one_failed_test_with_one_sentence()
    {
        var (exitCode, output) = await RunAsync(("CONTRACT_SPEC", "no-such.yaml"));

        exitCode.ShouldNotBe(0);
        Failed(output).ShouldHaveSingleItem().ShouldEndWith("The_server_can_be_tested");
        output.ShouldContain("there is no such file");
    }

    [Theory]
    [InlineData("noise in br", "the response's body does not match its Content-Encoding")]
    [InlineData("a surrogate alone in an error's text, in an error", "Refused with 422")]
    [InlineData("starts with HTTP/1.1 000 Zero", "Failed with 0")]
    public async Task A_hostile_server_fails_tests_and_not_the_test_run(string response, string found)
    {
        await using var server = new RawServer(_ => HostileResponses.All[response]);

        var (exitCode, output) = await RunAsync(("CONTRACT_URL", server.Url.ToString()), ("CONTRACT_TOKEN", "TOKEN"));

        exitCode.ShouldBe(2);
        output.ShouldContain(found);
        output.ShouldNotContain("Unhandled exception");
        output.ShouldContain("Test run summary: Failed!");
    }

    /// <summary>The failed tests' names, without how long they took.</summary>
    private static List<string> Failed(string output) =>
        [
            .. output.Split('\n')
                .Where(line => line.StartsWith("failed ", StringComparison.Ordinal))
                .Select(line => line["failed ".Length..line.LastIndexOf(" (", StringComparison.Ordinal)])
                .Order(StringComparer.Ordinal),
        ];

    private static async Task<(int ExitCode, string Output)> RunAsync(params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "SocialContract.ContractTests.dll"));
        start.ArgumentList.Add("--no-ansi");
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("CONTRACT_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output);
    }
}
