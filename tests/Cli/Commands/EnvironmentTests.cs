using SocialContract.ReferenceImpl;

namespace SocialContract.Cli.Tests.Commands;

/// <summary>What verify and plan read from the environment where flags are absent, in a process of its own.</summary>
public sealed class EnvironmentTests
{
    private const string Nowhere = "http://127.0.0.1:1";

    [Theory]
    [InlineData("CONTRACT_URL", "nowhere", "takes a URL such as http://127.0.0.1:3000; found 'nowhere'.")]
    [InlineData(
        "CONTRACT_URL",
        "http://a.example?b",
        "takes a base URL, to which paths are appended; leave out everything from the first ? or # of 'http://a.example?b'.")]
    [InlineData("CONTRACT_PROVIDER_STATES_URL", "nowhere", "takes a URL such as http://127.0.0.1:3000; found 'nowhere'.")]
    [InlineData("CONTRACT_TOKEN", "SECRET\n", "takes a token of visible ASCII characters; found U+000A as character 7 of 7.")]
    [InlineData("CONTRACT_TOKEN_CREATOR", "SE CRET", "takes a token of visible ASCII characters; found U+0020 as character 3 of 7.")]
    [InlineData("CONTRACT_SPEC", "nowhere.yaml", "names 'nowhere.yaml', and there is no such file; correct it, or give --spec FILE.")]
    public async Task A_variable_that_cannot_be_used_is_2_and_a_sentence_that_names_it(string name, string value, string sentence)
    {
        var (exit, output, error) = await RunAsync(["verify"], ("CONTRACT_URL", Nowhere), (name, value));

        exit.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldBe($"social-contract: {name} {sentence}{Environment.NewLine}");
    }

    [Theory]
    [InlineData("CONTRACT_URL", "ftp://user:hunter22@host", "ftp://(redacted)@host")]
    [InlineData("CONTRACT_PROVIDER_STATES_URL", "ftp://user:hunter22@host", "ftp://(redacted)@host")]
    [InlineData("CONTRACT_SPEC", "https://user:hunter22@host/x?token=hunter22", "https://(redacted)@host/x?token=(redacted)")]
    [InlineData("CONTRACT_ALLOW_REFS", "//user:hunter22@host", "(redacted)@host")]
    public async Task A_secret_in_a_variable_is_not_printed(string name, string value, string shown)
    {
        var (exit, output, error) = await RunAsync(["verify"], ("CONTRACT_URL", Nowhere), (name, value));

        exit.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldContain(name);
        error.ShouldContain(shown);
        error.ShouldNotContain("hunter22");
    }

    [Fact]
    public async Task A_flag_takes_precedence_over_its_variable()
    {
        var (exit, output, error) = await RunAsync(
            ["verify", "--url", Nowhere, "--token", "TOKEN"], ("CONTRACT_URL", "nowhere"), ("CONTRACT_TOKEN", "SECRET\n"));

        exit.ShouldBe(3);
        output.ShouldEndWith($"\nNot tested: {Nowhere}/ cannot be reached: the connection is refused.\n");
        error.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("plan")]
    [InlineData("lint")]
    public async Task CONTRACT_SPEC_names_the_document(string command)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("contract-kit").FullName, "other.yaml");
        await File.WriteAllTextAsync(path, """
            openapi: 3.1.0
            info: { title: Other things, version: '1' }
            paths:
              /others:
                get:
                  operationId: listOthers
                  responses: { '200': { description: All of them. } }
            """, TestContext.Current.CancellationToken);

        var (_, output, error) = await RunAsync([command], ("CONTRACT_SPEC", path), ("CONTRACT_URL", Nowhere));

        output.ShouldContain(
            command switch
            {
                "lint" => $"{path}: 0 errors",
                "plan" => "listOthers  GET /others",
                _ => $"Other things 1 ({path}) against {Nowhere}/",
            },
            Case.Sensitive);
        error.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_shipped_document_is_named_by_the_shortest_path()
    {
        await using var command = RunningCommand.Start(["lint"], workingDirectory: AppContext.BaseDirectory);

        var (_, output, _) = await command.EndAsync();

        output.ShouldContain($"{Environment.NewLine}{Path.Combine("spec", "openapi.yaml")}: 0 errors");
    }

    [Fact]
    public async Task A_provider_states_endpoint_that_is_not_there_is_2_unless_the_server_is_not_there_either()
    {
        await using var server = await ReferenceHost.StartAsync(
            new ReferenceOptions { Document = Path.Combine(AppContext.BaseDirectory, "spec", "openapi.yaml") },
            TestContext.Current.CancellationToken);

        (string, string)[] states = [("CONTRACT_TOKEN", "admin-token"), ("CONTRACT_PROVIDER_STATES_URL", Nowhere)];

        var wrong = await RunAsync(["verify"], [("CONTRACT_URL", $"{server.Url}"), .. states]);
        var silent = await RunAsync(["verify"], [("CONTRACT_URL", Nowhere), .. states]);

        wrong.ShouldBe((2, "", $"social-contract: the provider states endpoint {Nowhere}/ cannot be reached: the connection is refused; "
            + $"correct --provider-states-url (or CONTRACT_PROVIDER_STATES_URL), or leave it out.{Environment.NewLine}"));
        silent.Exit.ShouldBe(3);
    }

    private static async Task<(int Exit, string Output, string Error)> RunAsync(
        string[] arguments, params (string Name, string Value)[] environment)
    {
        var variables = environment.GroupBy(pair => pair.Name).ToDictionary(group => group.Key, group => group.Last().Value);
        await using var command = RunningCommand.Start(arguments, environment: variables);
        return await command.EndAsync();
    }
}
