using System.Text;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Provenances;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Tests.Reporting;

/// <summary>Reports made by hand. What a test does not mention is the same everywhere.</summary>
internal static class Reports
{
    public static CheckResult Check(
        Outcome outcome = Outcome.Passed,
        string id = "FacebookAccount/fb_token/type",
        string operation = "createInstagramAccounts",
        string statement = "fb_token is a string",
        RuleSource source = RuleSource.Stated,
        string reason = "",
        string file = "spec/openapi.yaml",
        int line = 112,
        params Failure[] failures) =>
        new(
            id, operation, source, statement, "facebook_account[fb_token]", "Must be a String",
            "/components/schemas/FacebookAccount/properties/fb_token/type",
            file, line, outcome, reason, failures, failures.Length > 0
                ? [.. failures.Select(failure => failure.Exchange.Case)]
                : ["fb_token-is-a-number"]);

    public static RecordedCase Exchange(
        string id = "fb_token-is-a-number", string body = """{"success":true}""", ResponseMessage? mock = null) =>
        new(id, "fb_token is a number",
            new RequestMessage(
                "POST",
                "/api/v3/instagram_accounts",
                [new("Authentication", "Bearer (redacted)"), new("Content-Type", "application/json")],
                """{"facebook_account":{"fb_token":1,"fb_uid":"2"}}"""u8.ToArray()),
            Response(200, "OK", [new("Content-Type", "application/json; charset=utf-8")], body),
            null, 12.4,
            """curl -X POST "$CONTRACT_URL/api/v3/instagram_accounts" -H "Authentication: Bearer $CONTRACT_TOKEN" -d """
            + """'{"facebook_account":{"fb_token":1,"fb_uid":"2"}}'""",
            mock);

    public static ResponseMessage Response(int status, string reason, HeaderFields headers, string body) =>
        new(status, headers, Encoding.UTF8.GetBytes(body)) { Reason = reason };

    public static RecordedCase Unanswered(string fault) => Exchange() with { Response = null, Fault = fault };

    public static Failure Failure(RecordedCase? exchange = null, params string[] otherCases) =>
        new(exchange ?? Exchange(), "the request is refused with 422", "the request was accepted with 200", otherCases);

    public static VerificationReport Of(params CheckResult[] checks) => Of(
        checks.Any(check => check.Outcome == Outcome.Failed) ? VerificationVerdict.Violates : VerificationVerdict.Conforms, "", checks);

    public static VerificationReport NotTested(string reason, params CheckResult[] checks) =>
        Of(VerificationVerdict.NotTested, reason, checks);

    private static VerificationReport Of(VerificationVerdict verdict, string reason, CheckResult[] checks) =>
        new(
            "http://127.0.0.1:8081",
            "spec/openapi.yaml",
            "Social accounts API",
            "3.0.0",
            verdict,
            reason,
            checks,
            [Exchange()],
            "5f2c",
            1.23456);

    /// <summary>What a report's writer wrote, as text.</summary>
    public static string Written(Action<VerificationReport, Stream> write, VerificationReport report)
    {
        using var output = new MemoryStream();
        write(report, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
