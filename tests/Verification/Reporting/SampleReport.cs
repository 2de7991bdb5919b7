using System.Text;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Provenances;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Tests.Reporting;

/// <summary>A run as a team would see it: three operations, every outcome.</summary>
internal static class SampleReport
{
    private static readonly (string Operation, string Start)[] Operations =
    [
        ("createInstagramAccounts", "POST /api/v3/instagram_accounts"),
        ("deleteInstagramAccount", "DELETE /api/v3/instagram_accounts/7"),
        ("createFacebookPages", "POST /api/v3/facebook_pages"),
    ];

    private static readonly (string Id, string Statement, string? Name, string? Sentence)[] Rules =
    [
        ("security", "Authentication carries a token", null, "Only registered user can perform this action"),
        ("body/required", "the request has a body", null, null),
        ("FacebookAccount/type", "facebook_account is an object", "facebook_account", "Must be a Hash"),
        ("FacebookAccount/required/fb_token", "fb_token is required in facebook_account", "facebook_account[fb_token]", null),
        ("FacebookAccount/fb_token/type", "fb_token is a string", "facebook_account[fb_token]", "Must be a String"),
        ("FacebookAccount/required/fb_uid", "fb_uid is required in facebook_account", "facebook_account[fb_uid]", null),
        ("FacebookAccount/fb_uid/type", "fb_uid is a string", "facebook_account[fb_uid]", "Must be a String"),
        (
            "FacebookAccount/location/enum",
            "location is one of workspaceSettingsPage, signUpForm, guidedWalkthrough, progressMeter, personalSettingsPage, "
            + "templateBranding",
            "facebook_account[location]",
            "Must be one of: workspaceSettingsPage, signUpForm, guidedWalkthrough, progressMeter, personalSettingsPage, templateBranding."),
        ("accounts/type", "ig_accounts is an array", "ig_accounts", "Must be an Array of nested elements"),
        ("accounts/items/id/type", "id is a string", "ig_accounts[id]", "Must be a String"),
        ("status", "the status is documented", null, null),
        ("200/content-type", "the response is application/json", null, null),
        ("200/success/type", "success is a boolean", null, null),
        ("200/created_at/format", "created_at has the format date-time", null, null),
    ];

    public static VerificationReport Report { get; } = Make();

    private static VerificationReport Make()
    {
        var exchanges = new List<RecordedCase>();
        var checks = new List<CheckResult>();
        for (var operation = 0; operation < Operations.Length; operation++)
        {
            var (name, start) = Operations[operation];
            foreach (var (id, statement, documented, sentence) in Rules)
            {
                var index = checks.Count;
                var exchange = Exchange($"{name}/{id}", $"{statement}: the opposite", start);
                var outcome = OutcomeOf(index);
                if (outcome != Outcome.NotExercised)
                {
                    exchanges.Add(exchange);
                }

                checks.Add(new CheckResult(
                    id.StartsWith("Facebook", StringComparison.Ordinal) ? id : $"{name}/{id}",
                    name, SourceOf(index), statement, documented, sentence, $"/paths/~1api~1v3/{name}/{id}", "spec/openapi.yaml", 70
                        + (index * 9),
                    outcome, ReasonOf(outcome), FailuresOf(outcome, exchange, index), outcome == Outcome.NotExercised
                        ? []
                        : [exchange.Case],
                    outcome == Outcome.Known ? new DateOnly(2027, 1, 31) : null));
            }
        }

        checks.Add(
            checks[0] with
            {
                Id = "robustness/malformed-json",
                Operation = "createFacebookPages",
                Statement = "malformed JSON never gets a 5xx",
                Sentence = null,
            });
        return new VerificationReport(
            "https://staging.social.example", "spec/openapi.yaml", "Social accounts API", "3.0.0", VerificationVerdict.Violates, "", checks,
            exchanges,
            "9f86d081884c7d65", 1.7)
        {
            Notices =
            [
                "deleteInstagramAccount/status of deleteInstagramAccount no longer fails: take it out of the baseline, where it is known "
                + "until 2027-03-31",
            ],
        };
    }

    private static Outcome OutcomeOf(int index) => index switch
    {
        4 or 37 => Outcome.Failed,
        11 => Outcome.Question,
        12 => Outcome.Undocumented,
        17 => Outcome.Known,
        20 or 21 => Outcome.Blocked,
        >= 24 and <= 27 => Outcome.NotExercised,
        _ => Outcome.Passed,
    };

    private static RuleSource SourceOf(int index) => (index % 14) switch
    {
        <= 9 => RuleSource.Stated,
        12 or 13 => RuleSource.Shown,
        _ => RuleSource.Assumed,
    };

    private static string ReasonOf(Outcome outcome) => outcome switch
    {
        Outcome.Question => "the documentation gives no content type; application/json was assumed",
        Outcome.Undocumented => "the document describes no response with this status",
        Outcome.Known => "until 2027-01-31: TEAM-412, the gem is updated in January",
        Outcome.Blocked => "429 Too Many Requests: the server asked to wait for 3600 s",
        Outcome.NotExercised => "the state 'an Instagram account exists' needs a URL for provider states, and none was given",
        _ => "",
    };

    private static Failure[] FailuresOf(Outcome outcome, RecordedCase exchange, int index) => outcome switch
    {
        Outcome.Failed when index == 4 =>
            [
                new Failure(
                    exchange,
                    "the request is refused with 422",
                    "the request was accepted with 200 OK",
                    ["createInstagramAccounts/security", "not-recorded"]),
            ],
        Outcome.Failed =>
            [
                new Failure(
                    exchange with { Response = null, Fault = "the server closed the connection" },
                    "the request is refused with 422",
                    "no response: the server closed the connection",
                    []),
            ],
        Outcome.Question or Outcome.Undocumented or Outcome.Known =>
            [new Failure(exchange, "application/json", "text/html; charset=utf-8", [])],
        _ => [],
    };

    private static RecordedCase Exchange(string id, string title, string start) => new(
        id, title,
        new RequestMessage(
            start.Split(' ')[0],
            start.Split(' ')[1],
            [new("Host", "staging.social.example"), new("Authentication", "Bearer (redacted)"), new("Content-Type", "application/json")],
            Encoding.UTF8.GetBytes(
                """{"facebook_account":{"fb_token":12345,"fb_uid":"contract-5f2c-0007","location":"templateBranding"},"ig_accounts":"""
                + """[{"id":"contract-5f2c-0008","username":"contract_5f2c_0008","profile_picture_url":"https:"""
                + """//example.com/contract-5f2c-0008.jpg","fb_token":"(redacted)"}]}""")),
        Reports.Response(200, "OK", [new("Content-Type", "application/json; charset=utf-8"), new("X-Request-Id", "b2f5ff47")],
            """{"success":true,"ig_accounts":[{"id":7,"ig_user_name":"contract_5f2c_0008","created_at":"2026-11-21T21:00:"""
            + """00.000Z","connected_teams":null}],"message":[]}"""),
        null, 14.2,
        $$$"""curl -sS -X {{{start.Split(' ')[0]}}} "$CONTRACT_URL{{{start.Split(' ')[1]}}}" -H "Authentication: Bearer """
        + $$$"""$CONTRACT_TOKEN" -H 'Content-Type: application/json' --data-raw '{"facebook_account":{"fb_token":"""
        + $$$"""12345,"fb_uid":"contract-5f2c-0007","location":"templateBranding"}}'""",
        Reports.Response(
            422,
            "Unprocessable Content",
            [new("Content-Type", "application/json")],
            """{"facebook_account[fb_token]":["must be a string, but is the number 12345"]}"""));
}
