using System.Text.Json;
using SocialContract.Contract.Provenances;
using SocialContract.Verification.Reporting;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Tests.Reporting;

public sealed class SarifReportTests
{
    [Fact]
    public void It_is_valid_against_the_schema_of_SARIF() => Faults(SampleReport.Report).ShouldBeEmpty();

    [Fact]
    public void It_is_valid_where_nothing_was_tested() =>
        Faults(Reports.NotTested("connection refused", Reports.Check(Outcome.Blocked, reason: "connection refused"))).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Hostile.Bodies), MemberType = typeof(Hostile))]
    public void A_hostile_response_is_only_text(string body)
    {
        var report = Hostile.Report(body);

        Faults(report).ShouldBeEmpty();
        Hostile.ControlCharactersOf(Reports.Written(SarifReport.Write, report)).ShouldBeEmpty();
    }

    [Fact]
    public void A_result_points_at_the_checks_line_of_the_document()
    {
        var location = Results(Reports.Check(Outcome.Failed, failures: Reports.Failure()))[0]
            .GetProperty("locations")[0].GetProperty("physicalLocation");

        location.GetProperty("artifactLocation").GetProperty("uri").GetString().ShouldBe("spec/openapi.yaml");
        location.GetProperty("region").GetProperty("startLine").GetInt32().ShouldBe(112);
    }

    [Theory]
    [InlineData("my specs/öpen api.yaml", "my%20specs/%C3%B6pen%20api.yaml")]
    [InlineData("/srv/spec.yaml", "file:///srv/spec.yaml")]
    [InlineData("""spec\openapi.yaml""", "spec/openapi.yaml")]
    [InlineData("""C:\spec\openapi.yaml""", "file:///C:/spec/openapi.yaml")]
    public void A_file_becomes_a_uri_and_stays_relative_where_it_is(string file, string uri) =>
        Results(Reports.Check(Outcome.Failed, file: file))[0].GetProperty("locations")[0].GetProperty("physicalLocation")
            .GetProperty("artifactLocation").GetProperty("uri").GetString().ShouldBe(uri);

    [Theory]
    [InlineData(Outcome.Failed, "error")]
    [InlineData(Outcome.Question, "warning")]
    [InlineData(Outcome.Undocumented, "note")]
    [InlineData(Outcome.Known, "error")]
    public void The_level_is_that_of_the_outcome(Outcome outcome, string level) =>
        Results(Reports.Check(outcome))[0].GetProperty("level").GetString().ShouldBe(level);

    [Theory]
    [InlineData(Outcome.Passed)]
    [InlineData(Outcome.Blocked)]
    [InlineData(Outcome.NotExercised)]
    public void A_check_that_was_not_seen_broken_has_no_result(Outcome outcome) =>
        Results(Reports.Check(outcome)).GetArrayLength().ShouldBe(0);

    [Fact]
    public void What_is_known_is_suppressed_with_its_reason() =>
        Results(Reports.Check(Outcome.Known, reason: "until 2027-01-31"))[0].GetProperty("suppressions")[0]
            .GetProperty("justification").GetString().ShouldBe("until 2027-01-31");

    [Fact]
    public void What_could_not_be_asked_is_a_notification_for_each_cause()
    {
        var run = Run(Reports.Of(
            Reports.Check(),
            Reports.Check(Outcome.Blocked, id: "a", reason: "no token"),
            Reports.Check(Outcome.Blocked, id: "b", reason: "no token"),
            Reports.Check(Outcome.NotExercised, id: "c", reason: "no state")));

        run.GetProperty("invocations")[0].GetProperty("toolExecutionNotifications").EnumerateArray()
            .Select(notification => $"{notification.GetProperty("level")}: {notification.GetProperty("message").GetProperty("text")}")
            .ShouldBe([
                "warning: Blocked, 2 checks of createInstagramAccounts: no token",
                "note: Not exercised, 1 check of createInstagramAccounts: no state",
            ]);
    }

    [Fact]
    public void A_check_of_two_operations_is_described_once_with_its_help()
    {
        var run = Run(Reports.Of(Reports.Check(Outcome.Failed, operation: "one"), Reports.Check(Outcome.Failed, operation: "two")));

        var rule = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ShouldHaveSingleItem();
        rule.GetProperty("help").GetProperty("text").GetString().ShouldBe(
            "fb_token is a string. The documentation: facebook_account[fb_token]: Must be a String. The API's documentation states it in "
            + "words. "
            + "See /components/schemas/FacebookAccount/properties/fb_token/type in spec/openapi.yaml, line 112.");
        run.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("ruleIndex").GetInt32()).ShouldBe([0, 0]);
    }

    [Fact]
    public void A_check_of_an_assumed_rule_is_a_warning_by_default() =>
        Run(Reports.Of(Reports.Check(source: RuleSource.Assumed))).GetProperty("tool").GetProperty("driver").GetProperty("rules")[0]
            .GetProperty("defaultConfiguration").GetProperty("level").GetString().ShouldBe("warning");

    [Fact]
    public void A_message_cannot_hold_a_placeholder_or_a_link()
    {
        var failure = Reports.Failure() with { Found = "{0} and [here](http://evil.example)" };

        Results(Reports.Check(Outcome.Failed, failures: failure))[0].GetProperty("message").GetProperty("text").GetString()!
            .ShouldEndWith("found: {{0}} and [here] (http://evil.example).");
    }

    private static List<string> Faults(VerificationReport report) => SarifSchema.FaultsOf(Reports.Written(SarifReport.Write, report));

    private static JsonElement Run(VerificationReport report) =>
        JsonDocument.Parse(Reports.Written(SarifReport.Write, report)).RootElement.GetProperty("runs")[0];

    private static JsonElement Results(CheckResult check) => Run(Reports.Of(check)).GetProperty("results");
}
