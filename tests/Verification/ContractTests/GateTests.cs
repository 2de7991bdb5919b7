using System.Diagnostics;
using SocialContract.MockServer;
using SocialContract.Tests.Support;
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

    [Fact]
    public async Task A_file_outside_the_documents_folder_is_read_only_from_an_allowed_folder()
    {
        using var folder = new DocumentFolder();
        var document = folder.Write("document/openapi.yaml", """
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths:
              /notes:
                post:
                  requestBody: { content: { application/json: { schema: { $ref: '../shared/note.yaml' } } } }
                  responses: { '204': { description: stored }, '422': { description: refused } }
            """);
        folder.Write("shared/note.yaml", "{ type: object, required: [title], properties: { title: { type: string } } }");
        await using var mock = await MockHost.StartAsync(
            new MockOptions { Document = document, Loading = new() { AllowedFolders = [folder.At("shared")] }, Port = 0, Reload = false },
            TestContext.Current.CancellationToken);
        (string, string)[] run = [("CONTRACT_SPEC", document), ("CONTRACT_URL", mock.Url.ToString())];

        var refused = await RunAsync(run);
        var missing = await RunAsync([.. run, ("CONTRACT_ALLOW_REFS", folder.At("nowhere"))]);
        var allowed = await RunAsync(
            [.. run, ("CONTRACT_ALLOW_REFS", string.Join(Path.PathSeparator, folder.At("document"), folder.At("shared")))]);

        refused.ExitCode.ShouldNotBe(0);
        refused.Output.ShouldContain("allow a folder that contains it with CONTRACT_ALLOW_REFS");
        missing.ExitCode.ShouldNotBe(0);
        missing.Output.ShouldContain($"CONTRACT_ALLOW_REFS takes folders that exist, separated by '{Path.PathSeparator}'; found '");
        allowed.ExitCode.ShouldBe(0, allowed.Output);
    }

    [Fact]
    public async Task A_missing_token_is_asked_for_by_the_name_of_its_variable()
    {
        await using var mock = await MockHost.StartAsync(
            new MockOptions { Document = Shipped.Path, Port = 0, Reload = false, Tokens = ["TOKEN"] },
            TestContext.Current.CancellationToken);

        var (exitCode, output) = await RunAsync(("CONTRACT_URL", mock.Url.ToString()));

        exitCode.ShouldNotBe(0);
        output.ShouldContain("no token was given: set CONTRACT_TOKEN");
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
