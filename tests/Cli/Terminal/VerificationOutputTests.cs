using System.Text.RegularExpressions;
using SocialContract.Cli.Terminal;
using SocialContract.Verification.Results;
using SocialContract.Verification.Tests.Reporting;

namespace SocialContract.Cli.Tests.Terminal;

public sealed partial class VerificationOutputTests
{
    /// <summary>Where the text beside a label begins.</summary>
    private const int LabelColumn = 12;

    [Fact]
    public void It_reads_like_a_report()
    {
        var mock = Reports.Response(
            422, "Unprocessable Content", [new("Content-Type", "application/json")], """{"fb_token":["must be a string"]}""");
        var report = Reports.Of(
            Reports.Check(Outcome.Failed, failures: Reports.Failure(Reports.Exchange(mock: mock), "fb_token-is-an-array")),
            Reports.Check(id: "status", operation: "deleteInstagramAccount"),
            Reports.Check(Outcome.NotExercised, id: "a", operation: "deleteInstagramAccount", reason: "no provider states"),
            Reports.Check(Outcome.NotExercised, id: "b", operation: "deleteInstagramAccount", reason: "no provider states"));

        Written(report, TerminalSettings.Redirected).ShouldBe(
            """
            Social accounts API 3.0.0 (spec/openapi.yaml) against http://127.0.0.1:8081

            Operation                Passed  Failed  Not ex.
            createInstagramAccounts       -       1        -
            deleteInstagramAccount        1       -        2
            All                           1       1        2

            FAILED 1/1  facebook_account[fb_token]: Must be a String
              Check     fb_token is a string (stated)
                        FacebookAccount/fb_token/type
              Document  spec/openapi.yaml:112
              Operation createInstagramAccounts

              Case      fb_token is a number (fb_token-is-a-number)
              Expected  the request is refused with 422
              Found     the request was accepted with 200
              Request
                | POST /api/v3/instagram_accounts
                | Authentication: Bearer (redacted)
                | Content-Type: application/json
                |
                | {"facebook_account":{"fb_token":1,"fb_uid":"2"}}
              Response
                | 200 OK
                | Content-Type: application/json; charset=utf-8
                |
                | {"success":true}
              The mock's response
                | 422 Unprocessable Content
                | Content-Type: application/json
                |
                | {"fb_token":["must be a string"]}
              Repeat it
                curl -X POST "$CONTRACT_URL/api/v3/instagram_accounts" -H "Authentication: Bearer $CONTRACT_TOKEN" -d '{"facebook_account":{"fb_token":1,"fb_uid":"2"}}'
              Also in   fb_token-is-an-array

            NOT EXERCISED 2: no request of this run tested it, for the reason given
              - no provider states (2 checks of deleteInstagramAccount)

            1 request in 1.2 s; plan 5f2c
            Violates the contract: 1 of 4 checks failed (1 passed, 2 not exercised); exercised: deleteInstagramAccount 1 of 3, createInstagramAccounts 1 of 1.

            """);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(132)]
    public void Lines_fit_the_width_but_for_what_is_copied_and_the_verdict_and_words_that_do_not(int width)
    {
        var lines = Written(SampleReport.Report, Terminal(width)).Split('\n');

        var tooLong = lines.Where(line => line.Length > width && !line.Contains("curl", StringComparison.Ordinal)).SkipLast(1).ToList();

        tooLong.ShouldAllBe(line => !line.Substring(LabelColumn).TrimEnd().Contains(' '));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    public void What_is_copied_is_never_broken(int width)
    {
        const string Path = "/home/somebody/projects/social-accounts/contract/spec/openapi.yaml";
        var hash = new string('a', 64);
        var exchange = Reports.Exchange(body: $$"""{"picture":"https://pictures.example/{{hash}}","id":"1"}""");
        var report = Reports.Of(Reports.Check(Outcome.Failed, file: Path, failures: Reports.Failure(exchange))) with
        {
            Document = Path,
            PlanHash = hash,
        };

        var lines = Written(report, Terminal(width)).Split('\n');

        lines.ShouldContain(line => line.EndsWith($"{Path}:112"));
        lines.ShouldContain(line => line.Contains($"({Path})"));
        lines.ShouldContain(line => line.EndsWith(hash));
        lines.ShouldContain(line => line.EndsWith($"\"https://pictures.example/{hash}\","));
    }

    [Fact]
    public void Failures_are_red_where_colours_are_wanted() =>
        Written(SampleReport.Report, Terminal(80, colour: true))
            .ShouldContain("\u001b[31mFAILED 1/2  facebook_account[fb_token]: Must be a String\u001b[0m\n");

    [Fact]
    public void Without_colour_there_is_no_escape_sequence_at_all() =>
        Written(SampleReport.Report, Terminal(80)).ShouldNotContain("\u001b");

    [Fact]
    public void Colours_add_nothing_but_escape_sequences() =>
        EscapeSequence().Replace(Written(SampleReport.Report, Terminal(80, colour: true)), "")
            .ShouldBe(Written(SampleReport.Report, Terminal(80)));

    [Fact]
    public void Text_in_brackets_is_not_markup()
    {
        var failure = Reports.Failure(Reports.Exchange(body: "[red]a[/] [[b]] [link=http://a.example]c[/]")) with { Found = "[bold]d[/" };

        var text = Written(Reports.Of(Reports.Check(Outcome.Failed, operation: "[x]", failures: failure)), TerminalSettings.Redirected);

        text.ShouldContain("| [red]a[/] [[b]] [link=http://a.example]c[/]\n");
        text.ShouldContain("  Found     [bold]d[/\n");
        text.ShouldContain("\n[x]             -       1\n");
    }

    [Fact]
    public void Where_the_table_is_wider_than_the_terminal_operations_are_a_list_with_whole_names()
    {
        const string Name = "GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs/{job_id}";

        var text = Written(Reports.Of(Reports.Check(operation: Name), Reports.Check(Outcome.Blocked, operation: Name)), Terminal(75));

        text.ShouldContain("\nGET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs/{job_id}: 1 passed,\n  1 blocked\n");
    }

    [Fact]
    public void Redirected_text_is_not_wrapped()
    {
        var reason = string.Join(' ', Enumerable.Repeat("because", 100));

        Written(Reports.Of(Reports.Check(Outcome.Blocked, reason: reason)), TerminalSettings.Redirected)
            .ShouldContain($"  - {reason} (1 check of createInstagramAccounts)\n", Case.Sensitive);
    }

    [Fact]
    public void A_long_response_is_shortened_and_says_by_how_much()
    {
        var body = string.Join('\n', Enumerable.Range(1, 100));

        var text = Written(
            Reports.Of(Reports.Check(Outcome.Failed, failures: Reports.Failure(Reports.Exchange(body: body)))),
            TerminalSettings.Redirected);

        text.ShouldContain("    | 12\n    | … 88 more lines\n");
    }

    [Fact]
    public void A_line_without_end_is_cut_and_says_by_how_much() =>
        Written(
            Reports.Of(Reports.Check(Outcome.Failed, failures: Reports.Failure(Reports.Exchange(body: new string('x', 3_000))))),
            TerminalSettings.Redirected).ShouldContain($"    | {new string('x', 2_000)}… (3000 characters)\n");

    [Fact]
    public void What_is_undocumented_is_reported_once()
    {
        var failure = new Failure(Reports.Exchange(), "The document says nothing of it.", "Refused with 418.", []);

        var text = Written(
            Reports.Of(Reports.Check(Outcome.Undocumented, reason: "Refused with 418.", failures: failure)), TerminalSettings.Redirected);

        text.ShouldContain(
            """
              - Refused with 418. (1 check of createInstagramAccounts)
                spec/openapi.yaml:112: fb_token is a string: The document says nothing of it (case fb_token-is-a-number)

            """);
    }

    [Fact]
    public void Baseline_entries_that_no_longer_fail_are_noted()
    {
        var report = Reports.Of(Reports.Check()) with { Notices = ["a of b no longer fails"] };

        Written(report, TerminalSettings.Redirected).ShouldContain("\nNote: a of b no longer fails\n");
    }

    [Fact]
    public void The_last_line_is_the_verdict_where_nothing_was_tested() =>
        Written(Reports.NotTested("the connection to http://127.0.0.1:1 was refused"), TerminalSettings.Redirected)
            .ShouldEndWith("\nNot tested: the connection to http://127.0.0.1:1 was refused.\n");

    [Theory]
    [MemberData(nameof(Hostile.Bodies), MemberType = typeof(Hostile))]
    public void Neither_the_terminal_nor_a_runner_obeys_a_hostile_response(string body)
    {
        var text = Written(Hostile.Report(body), TerminalSettings.Redirected);

        Hostile.ControlCharactersOf(text).ShouldBeEmpty();
        text.Split('\n').ShouldAllBe(line => !line.TrimStart().StartsWith("::", StringComparison.Ordinal));
        text.ShouldNotContain("##vso[");
        Hostile.ControlCharactersOf(Written(Hostile.Report(body), Terminal(40))).ShouldBeEmpty();
    }

    private static TerminalSettings Terminal(int width, bool colour = false) => new(IsTerminal: true, colour, width);

    private static string Written(VerificationReport report, TerminalSettings settings)
    {
        using var output = new StringWriter();
        VerificationOutput.Write(report, TerminalConsole.Create(output, settings), settings);
        return output.ToString();
    }

    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex EscapeSequence();
}
