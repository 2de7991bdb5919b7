using System.Text.Json;
using SocialContract.Contract.Provenances;
using SocialContract.Verification.Reporting;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Tests.Reporting;

public sealed class JsonReportTests
{
    [Fact]
    public void It_has_the_shape_that_the_design_fixes()
    {
        var report = Reports.Of(Reports.Check(Outcome.Failed, failures: Reports.Failure()));

        var text = Reports.Written(JsonReport.Write, report);

        text.ShouldBe(
            """
            {
              "verdict": "violates",
              "summary": {
                "passed": 0,
                "failed": 1,
                "question": 0,
                "undocumented": 0,
                "blocked": 0,
                "known": 0,
                "notExercised": 0,
                "requests": 1,
                "seconds": 1.235
              },
              "rules": [
                {
                  "id": "FacebookAccount/fb_token/type",
                  "operation": "createInstagramAccounts",
                  "source": "stated",
                  "pointer": "/components/schemas/FacebookAccount/properties/fb_token/type",
                  "line": 112,
                  "outcome": "failed",
                  "reason": "",
                  "failures": [
                    {
                      "case": "fb_token-is-a-number",
                      "request": "POST /api/v3/instagram_accounts\nAuthentication: Bearer (redacted)\nContent-Type: application/json\n\n{\"facebook_account\":{\"fb_token\":1,\"fb_uid\":\"2\"}}",
                      "response": "200 OK\nContent-Type: application/json; charset=utf-8\n\n{\"success\":true}",
                      "expected": "the request is refused with 422",
                      "found": "the request was accepted with 200",
                      "curl": "curl -X POST \"$CONTRACT_URL/api/v3/instagram_accounts\" -H \"Authentication: Bearer $CONTRACT_TOKEN\" -d '{\"facebook_account\":{\"fb_token\":1,\"fb_uid\":\"2\"}}'"
                    }
                  ]
                }
              ]
            }

            """);
    }

    [Theory]
    [InlineData(Outcome.Passed, "passed")]
    [InlineData(Outcome.Failed, "failed")]
    [InlineData(Outcome.Question, "question")]
    [InlineData(Outcome.Undocumented, "undocumented")]
    [InlineData(Outcome.Blocked, "blocked")]
    [InlineData(Outcome.Known, "known")]
    [InlineData(Outcome.NotExercised, "not-exercised")]
    public void An_outcome_is_spelt_as_in_the_design(Outcome outcome, string word) =>
        Rules(Reports.Of(Reports.Check(outcome)))[0].GetProperty("outcome").GetString().ShouldBe(word);

    [Theory]
    [InlineData(RuleSource.Stated, "stated")]
    [InlineData(RuleSource.Shown, "shown")]
    [InlineData(RuleSource.Assumed, "assumed")]
    public void A_source_is_spelt_as_in_the_document(RuleSource source, string word) =>
        Rules(Reports.Of(Reports.Check(source: source)))[0].GetProperty("source").GetString().ShouldBe(word);

    [Fact]
    public void A_run_that_tested_nothing_says_so() =>
        Parse(Reports.NotTested("connection refused")).GetProperty("verdict").GetString().ShouldBe("not-tested");

    [Fact]
    public void A_request_without_a_response_has_a_null_response()
    {
        var report = Reports.Of(Reports.Check(Outcome.Failed, failures: Reports.Failure(Reports.Unanswered("the connection was closed"))));

        Rules(report)[0].GetProperty("failures")[0].GetProperty("response").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [MemberData(nameof(Hostile.Bodies), MemberType = typeof(Hostile))]
    public void A_hostile_response_is_only_text(string body)
    {
        var text = Reports.Written(JsonReport.Write, Hostile.Report(body));

        JsonDocument.Parse(text).RootElement.GetProperty("rules").GetArrayLength().ShouldBe(1);
        Hostile.ControlCharactersOf(text).ShouldBeEmpty();
    }

    private static JsonElement Parse(VerificationReport report) =>
        JsonDocument.Parse(Reports.Written(JsonReport.Write, report)).RootElement;

    private static JsonElement Rules(VerificationReport report) => Parse(report).GetProperty("rules");
}
