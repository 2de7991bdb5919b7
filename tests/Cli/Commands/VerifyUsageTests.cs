using SocialContract.Cli.Errors;

namespace SocialContract.Cli.Tests.Commands;

/// <summary>
/// What verify and plan cannot use is one sentence, which names the flag, what was found and what to do. Nothing is sent.
/// </summary>
public sealed class VerifyUsageTests : IDisposable
{
    private const string Url = "http://127.0.0.1:1";

    private readonly string _folder = Directory.CreateTempSubdirectory("contract-kit").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("nowhere", "takes a URL such as http://127.0.0.1:3000; found 'nowhere'.")]
    [InlineData("", "takes a URL such as http://127.0.0.1:3000; found ''.")]
    [InlineData("ftp://files.example", "takes a URL such as http://127.0.0.1:3000; found 'ftp://files.example'.")]
    [InlineData(
        "http://a.example/v1?key=1",
        "takes a base URL, to which paths are appended; leave out everything from the first ? or # of "
        + "'http://a.example/v1?key=(redacted)'.")]
    [InlineData(
        "http://a.example/#top",
        "takes a base URL, to which paths are appended; leave out everything from the first ? or # of 'http://a.example/#top'.")]
    [InlineData(
        "http://me:secret@a.example",
        "takes a URL without a user name and password, which would not be sent; give them in the header Authorization.")]
    public async Task A_URL_is_absolute_and_nothing_of_it_is_left_unsent(string url, string sentence) =>
        await RefusedAsync($"--url {sentence}", "--url", url);

    [Fact]
    public async Task A_provider_states_URL_may_have_a_query_but_must_be_one()
    {
        await RefusedAsync(
            "--provider-states-url takes a URL such as http://127.0.0.1:3000; found '/states'.",
            "--url",
            Url,
            "--provider-states-url",
            "/states");

        var (code, _, _) = await RunAsync("plan", "--provider-states-url", "http://a.example/states?key=1");
        code.ShouldBe(ExitCode.Conforms);
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1e400")]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("ten")]
    [InlineData("86401")]
    public async Task A_time_is_a_finite_number_of_seconds(string text)
    {
        await RefusedAsync($"--timeout takes seconds, from 0.001 to 86400; found '{text}'.", "--url", Url, "--timeout", text);
        await RefusedAsync($"--time-limit takes seconds, from 0.001 to 86400; found '{text}'.", "--url", Url, "--time-limit", text);
    }

    [Theory]
    [InlineData("X", "takes 'Name: value'; the colon is missing.")]
    [InlineData(": x", "takes 'Name: value' with a name of letters, digits and hyphens (RFC 9110, 5.6.2); found ''.")]
    [InlineData("Bad Name: x", "takes 'Name: value' with a name of letters, digits and hyphens (RFC 9110, 5.6.2); found 'Bad Name'.")]
    [InlineData("X-Key: a\nb", "takes a value of printable ASCII characters; found U+000A as character 2 of the value of X-Key.")]
    [InlineData("X-Key: é", "takes a value of printable ASCII characters; found U+00E9 as character 1 of the value of X-Key.")]
    [InlineData("X-Key: a\tb\u007f", "takes a value of printable ASCII characters; found U+007F as character 4 of the value of X-Key.")]
    [InlineData("content-length: 3", "cannot set content-length: each request has its own.")]
    public async Task A_header_is_one_that_can_be_sent(string header, string sentence) =>
        await RefusedAsync($"--header {sentence}", "--url", Url, "--header", header);

    [Theory]
    [InlineData("", "takes a token; found none.")]
    [InlineData("SECRET\n", "takes a token of visible ASCII characters; found U+000A as character 7 of 7.")]
    [InlineData("SECRET\u001b[2J", "takes a token of visible ASCII characters; found U+001B as character 7 of 10.")]
    [InlineData("SÉCRET", "takes a token of visible ASCII characters; found U+00C9 as character 2 of 6.")]
    public async Task A_token_is_one_that_can_be_sent_and_the_sentence_does_not_show_it(string token, string sentence) =>
        await RefusedAsync($"--token {sentence}", "--url", Url, "--token", token);

    [Theory]
    [InlineData("nobody=SECRET", "the document's roles are admin, creator, user")]
    [InlineData("admn=SECRET", "did you mean admin")]
    public async Task A_role_is_one_of_the_document(string token, string known) => await RefusedAsync(
        $"--token names a role that the document does not have ({known}); write --token =TOKEN for a token that contains = itself.",
        "--url", Url, "--token", token);

    [Theory]
    [InlineData("=a=b")]
    [InlineData("bWU6cHc=")]
    [InlineData("bWU6c2U==")]
    [InlineData("admin=a=b")]
    public async Task A_token_may_contain_an_equals_sign(string token)
    {
        var (code, _, error) = await RunAsync("verify", "--url", Url, "--token", token);

        code.ShouldBe(ExitCode.NotTested);
        error.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_role_has_a_token() =>
        await RefusedAsync("--token admin= lacks the token after the role.", "--url", Url, "--token", "admin=");

    [Theory]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("18446744073709551616")]
    public async Task A_seed_is_a_whole_number_of_64_bits(string seed)
    {
        var sentence = $"--seed takes a whole number from 0 to 18446744073709551615; found '{seed}'.";

        await RefusedAsync(sentence, "--url", Url, "--seed", seed);
        (await RunAsync("plan", "--seed", seed)).ShouldBe((ExitCode.Usage, "", $"social-contract: {sentence}\n"));
    }

    [Theory]
    [InlineData("nothing", "matches no operation, no check and no case; `social-contract plan` lists them.")]
    [InlineData("createFacebookPage", "matches no operation, no check and no case; did you mean createFacebookPages?")]
    public async Task A_pattern_that_matches_nothing_is_a_mistake_even_beside_one_that_matches(string pattern, string sentence)
    {
        await RefusedAsync($"--only '{pattern}' {sentence}", "--url", Url, "--only", pattern, "--only", "createFacebookPages");
        (await RunAsync("plan", "--only", pattern)).ShouldBe((ExitCode.Usage, "", $"social-contract: --only '{pattern}' {sentence}\n"));
    }

    [Fact]
    public async Task Two_reports_do_not_share_a_file()
    {
        var file = Path.Combine(_folder, "report");
        var same = Path.Combine(_folder, ".", "report");

        await RefusedAsync(
            $"--report writes two reports to {same}; give each a file of its own.",
            "--url",
            Url,
            "--report",
            $"json={file}",
            "--report",
            $"html={same}");
    }

    [Fact]
    public async Task A_missing_baseline_says_how_one_comes_about()
    {
        var file = Path.Combine(_folder, "known.yaml");

        var (code, output, error) = await RunAsync("verify", "--url", Url, "--baseline", file);

        code.ShouldBe(ExitCode.Usage);
        output.ShouldBeEmpty();
        error.ShouldBe($"{file}:1:1: error: there is no such file; verify --update-baseline writes it [file.missing]\n");
    }

    [Theory]
    [InlineData("verify needs the server's base URL: --url URL, or CONTRACT_URL.")]
    [InlineData("Required argument missing for option: '--url'.", "--url")]
    [InlineData("Option '--url' expects a single argument but 2 were provided.", "--url", "a", "--url", "b")]
    [InlineData("--gate takes stated, shown or assumed; found 'all'.", "--url", Url, "--gate", "all")]
    [InlineData(
        "--report htm=x: 'htm' is not a format (did you mean html?); the formats are junit, html, json, sarif and markdown, as in "
        + "html=report.html.", "--url", Url, "--report", "htm=x")]
    [InlineData(
        "--report html=: the file is missing, as in html=FILE (formats: junit, html, json, sarif and markdown).", "--url", Url,
        "--report", "html=")]
    [InlineData("--update-baseline needs --baseline FILE, the file to write.", "--url", Url, "--update-baseline")]
    [InlineData("--known-until needs --update-baseline, which writes the day.", "--url", Url, "--known-until", "2999-01-01")]
    [InlineData(
        "--known-until takes a day such as 2030-01-31; found '2030-02-31'.", "--url", Url, "--baseline", "b", "--update-baseline",
        "--known-until", "2030-02-31")]
    [InlineData(
        "--known-until takes today or a later day; 2020-01-01 is in the past.", "--url", Url, "--baseline", "b", "--update-baseline",
        "--known-until", "2020-01-01")]
    [InlineData(
        "social-contract verify takes only options, and argument 2 is not one; `social-contract verify --help` lists them.",
        "http://a.example", "--url", Url)]
    [InlineData("social-contract verify takes no argument '/'; `social-contract verify --help` shows what it takes.", "/", "--url", Url)]
    public async Task A_wrong_flag_is_2_and_one_sentence(string sentence, params string[] flags) => await RefusedAsync(sentence, flags);

    [Fact]
    public async Task A_day_is_in_the_past_by_the_clock_of_the_application()
    {
        using var error = new StringWriter { NewLine = "\n" };

        var code = await CommandLineApplication.RunAsync(
            ["verify", "--url", Url, "--baseline", "b", "--update-baseline", "--known-until", "2999-01-01"],
            TextWriter.Null,
            error,
            new FixedClock(new DateTimeOffset(2999, 1, 2, 0, 0, 0, TimeSpan.Zero)),
            TestContext.Current.CancellationToken);

        code.ShouldBe(ExitCode.Usage);
        error.ToString().ShouldBe("social-contract: --known-until takes today or a later day; 2999-01-01 is in the past.\n");
    }

    private static async Task RefusedAsync(string sentence, params string[] flags) =>
        (await RunAsync(["verify", .. flags])).ShouldBe((ExitCode.Usage, "", $"social-contract: {sentence}\n"));

    private static async Task<(ExitCode Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await CommandLineApplication.RunAsync(arguments, output, error, TimeProvider.System);
        return (code, output.ToString(), error.ToString());
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => now;
    }
}
