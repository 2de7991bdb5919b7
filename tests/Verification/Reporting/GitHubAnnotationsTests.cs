using SocialContract.Verification.Reporting;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Tests.Reporting;

public sealed class GitHubAnnotationsTests
{
    [Fact]
    public void A_failed_check_is_an_error_at_its_line() =>
        Written(Reports.Check(Outcome.Failed, failures: Reports.Failure())).ShouldBe(
            "::error file=spec/openapi.yaml,line=112,title=createInstagramAccounts%3A fb_token is a string"
            + "::expected: the request is refused with 422; found: the request was accepted with 200\n");

    [Theory]
    [InlineData(Outcome.Question, "::warning file=")]
    [InlineData(Outcome.Undocumented, "::notice file=")]
    [InlineData(Outcome.Known, "::notice file=")]
    public void Other_outcomes_are_milder(Outcome outcome, string beginning) =>
        Written(Reports.Check(outcome, reason: "why")).ShouldStartWith(beginning);

    [Theory]
    [InlineData(Outcome.Passed)]
    [InlineData(Outcome.Blocked)]
    [InlineData(Outcome.NotExercised)]
    public void What_was_not_seen_broken_has_no_annotation(Outcome outcome) =>
        Written(Reports.Check(outcome, reason: "why")).ShouldBeEmpty();

    [Fact]
    public void A_property_escapes_what_would_end_it() =>
        Written(Reports.Check(Outcome.Failed, statement: "50%, a:b", file: "a,b.yaml"))
            .ShouldStartWith("::error file=a%2Cb.yaml,line=112,title=createInstagramAccounts%3A 50%25%2C a%3Ab::", Case.Sensitive);

    [Fact]
    public void A_run_that_tested_nothing_is_an_error() =>
        Written(Reports.NotTested("connection refused")).ShouldBe("::error title=Contract::Not tested: connection refused.\n");

    [Fact]
    public void Files_are_relative_to_the_repository_wherever_the_command_ran()
    {
        using var output = new StringWriter();

        GitHubAnnotations.Write(
            Reports.Of(Reports.Check(Outcome.Failed)),
            output,
            root: Path.GetFullPath("/home/runner/work"),
            currentFolder: Path.GetFullPath("/home/runner/work/backend"));

        output.ToString().ShouldStartWith("::error file=backend/spec/openapi.yaml,");
    }

    [Fact]
    public void A_file_outside_the_repository_is_named_in_the_message()
    {
        using var output = new StringWriter();

        GitHubAnnotations.Write(
            Reports.Of(Reports.Check(Outcome.Failed)),
            output,
            root: Path.GetFullPath("/home/runner/work"),
            currentFolder: Path.GetFullPath("/opt/kit"));

        output.ToString().ShouldBe(
            "::error title=createInstagramAccounts%3A fb_token is a string::spec/openapi.yaml:112: fb_token is a string\n");
    }

    [Fact]
    public void A_question_says_what_was_found_and_why_it_is_not_an_error()
    {
        var check = Reports.Check(Outcome.Question, reason: "Servers differ here.", failures: Reports.Failure());

        Written(check).ShouldEndWith(
            "::question: expected: the request is refused with 422; found: the request was accepted with 200 (Servers differ here)\n",
            Case.Sensitive);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData(null, false)]
    public void They_are_wanted_only_in_GitHub_Actions(string? value, bool wanted) =>
        GitHubAnnotations.AreWanted(name => name == "GITHUB_ACTIONS" ? value : null).ShouldBe(wanted);

    [Theory]
    [MemberData(nameof(Hostile.Bodies), MemberType = typeof(Hostile))]
    public void A_hostile_response_stays_within_its_one_line(string body)
    {
        var text = Written(Hostile.Report(body));

        text.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem();
        Hostile.ControlCharactersOf(text).ShouldBeEmpty();
    }

    private static string Written(CheckResult check) => Written(Reports.Of(check));

    private static string Written(VerificationReport report)
    {
        using var output = new StringWriter();
        GitHubAnnotations.Write(report, output, root: null, currentFolder: "/");
        return output.ToString();
    }
}
