namespace SocialContract.Cli.Tests.Secrets;

/// <summary>Usage errors, for a secret as the value of every option of every command.</summary>
public sealed class UsageSecretsTests
{
    private const string Secret = "93f7c2d85e";

    /// <summary>Values that an option refuses, or takes for something else.</summary>
    private static readonly string[] UrlForms =
    [
        $"ftp://user:{Secret}@host",
        $"http://user:{Secret}@127.0.0.1:1/x?token={Secret}",
        $"http://us/er:p@{Secret}@127.0.0.1:1",
        $"HTTPS://{Secret}@127.0.0.1:1",
        $"http:/user:{Secret}@127.0.0.1:1",
        $"user:{Secret}@127.0.0.1:1",
        $"http://user:{Secret}",
        $"http://user:{Secret}/x",
        $"socks5://user:{string.Concat(Secret.Select(letter => $"%{(int)letter:X2}"))}@127.0.0.1:1",
    ];

    private static readonly string[] CredentialForms =
    [
        Secret, $"nobody={Secret}", $"={Secret}\n", $"{Secret} ", $"{Secret}é", $"Bearer {Secret}", $"Bearer {Secret}: x",
        $"DPoP {Secret}: x", $"X-Key: {Secret}\n", $"X Key: {Secret}", $"content-length: {Secret}", $"user:{Secret}", "",
    ];

    /// <summary>All commands with their options, those that will be added later included.</summary>
    public static TheoryData<string, string> Options
    {
        get
        {
            var options = new TheoryData<string, string>();
            foreach (var command in CommandLineApplication.Root(TextWriter.Null, TextWriter.Null, TimeProvider.System).Subcommands)
            {
                foreach (var option in command.Options.Where(option => option is not System.CommandLine.Help.HelpOption))
                {
                    options.Add(command.Name, option.Name);
                }
            }

            return options;
        }
    }

    [Theory, MemberData(nameof(Options))]
    public async Task A_sentence_about_a_value_does_not_show_a_secret_in_it(string command, string option)
    {
        var forms = option is "--token" or "--header" ? [.. UrlForms, .. CredentialForms] : UrlForms;
        foreach (var form in forms)
        {
            await AssertHiddenAsync([.. Stopping(command, option), option, form]);
            await AssertHiddenAsync([.. Stopping(command, option), $"{option}={form}"]);
        }
    }

    [Theory]
    [InlineData("--tokn")]
    [InlineData("--api-key")]
    [InlineData("--proxy")]
    public async Task A_sentence_about_an_option_that_does_not_exist_does_not_show_its_value(string option)
    {
        foreach (var form in (string[])[.. UrlForms, Secret, $"X={Secret}"])
        {
            await AssertHiddenAsync("verify", "--url", "http://127.0.0.1:1", option, form);
            await AssertHiddenAsync("verify", "--url", "http://127.0.0.1:1", $"{option}={form}");
        }
    }

    [Fact]
    public async Task A_value_after_a_token_is_taken_for_a_token() =>
        await AssertHiddenAsync("verify", "--url", "http://127.0.0.1:1", "--token", "admin=a", Secret);

    [Theory]
    [InlineData("verify", $"@{Secret}")]
    [InlineData("verify", "--url", "http://127.0.0.1:1", "--token", $"@{Secret}")]
    [InlineData("verify", "--url", "http://127.0.0.1:1", "--basic", $"@{Secret}:x")]
    [InlineData("verify", "--url", $"@{Secret}")]
    [InlineData("verify", "--url", Secret)]
    [InlineData($"@{Secret}")]
    public async Task A_value_that_begins_with_an_at_sign_is_not_read_as_a_file_and_not_shown(params string[] arguments) =>
        (await AssertHiddenAsync(arguments)).ShouldNotContain("file", Case.Insensitive);

    [Theory]
    [InlineData("verify", "--token", "--url", Secret)]
    [InlineData("verify", "--token", "--", Secret)]
    [InlineData("verify", $"Bearer {Secret}")]
    [InlineData("verify", $"X-Token: {Secret}")]
    [InlineData("verify", "token", Secret)]
    [InlineData("verify", $"CONTRACT_TOKEN={Secret}")]
    [InlineData($"verify --token {Secret}")]
    [InlineData("verify", $"--token {Secret}")]
    [InlineData("verify", $"--token:{Secret}")]
    [InlineData("verify", $"-{Secret}")]
    [InlineData("verify", $"-- {Secret}")]
    [InlineData("verify", "--url", "http://127.0.0.1:1", "--", "--token", Secret)]
    [InlineData("--token", Secret, "verify")]
    [InlineData(Secret)]
    [InlineData("lint", Secret)]
    [InlineData("mock", Secret)]
    [InlineData("plan", $"https://raw.example/o.yaml?token={Secret}")]
    [InlineData("lint", "--spec", $"https://raw.example/o.yaml?token={Secret}")]
    [InlineData("lint", "--spec", $"o.yaml?page=1&X-Amz-Signature={Secret}#x")]
    [InlineData("lint", "--spec", $"https://raw.example/o.yaml#access_token={Secret}")]
    [InlineData("lint", "--spec", "o.yaml", "--allow-refs", $"https://raw.example/?access_token={Secret}")]
    public async Task A_value_where_none_is_expected_is_not_shown(params string[] arguments) => await AssertHiddenAsync(arguments);

    /// <summary>A command and what it stops at, if it gets so far: no server starts.</summary>
    private static IEnumerable<string> Stopping(string command, string option) => (command, option) switch
    {
        ("reference", "--port") or (not "reference", "--spec") => [command],
        ("reference", _) => [command, "--port", "none"],
        _ => [command, "--spec", "/nowhere.yaml"],
    };

    private static async Task<string> AssertHiddenAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();

        await CommandLineApplication.RunAsync(arguments, output, error, TimeProvider.System);

        var shown = Uri.UnescapeDataString($"{output}{error}");
        shown.ShouldNotContain(Secret, Case.Insensitive, string.Join(' ', arguments));
        shown.ShouldNotBeEmpty();
        return shown;
    }
}
