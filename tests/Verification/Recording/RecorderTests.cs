using SocialContract.Contract;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Reading;
using SocialContract.Contract.Secrets;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Recording;
using SocialContract.Verification.Results;
using SocialContract.Verification.Sending;
using SocialContract.Verification.Settings;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Recording;

public sealed class RecorderTests
{
    private static readonly ContractDescription Api = ((LoadResult.Loaded)ContractLoader.LoadText(
        Notes.Text.Replace("tag: { type: string, minLength: 2 }", "tag: { type: string, x-secret: true }", StringComparison.Ordinal),
        "notes.yaml")).Api;

    private static readonly RunOptions Options = new()
    {
        Url = new Uri("http://127.0.0.1:8081/base/"),
        Tokens = [new("", "tok-123")],
        Headers = [new("X-Tenant", "acme")],
    };

    [Fact]
    public void A_request_is_shown_with_placeholders_instead_of_what_was_given()
    {
        var shown = new ShownMessage(Recorded("text", """{"id":1}""").Request);

        shown.Start.ShouldBe("POST /base/notes");
        shown.Headers.ShouldBe([new("Authorization", "Bearer $CONTRACT_TOKEN"), new("X-Tenant", "(redacted)")]);
        shown.Body.ShouldBe("text");
    }

    [Fact]
    public void A_response_is_shown_without_secrets_and_credentials() =>
        Body("text", """{"id":1,"tag":"blue","text":"tok-123 of acme"}""")
            .ShouldBe("""{"id":1,"tag":"(redacted)","text":"(redacted) of (redacted)"}""");

    [Fact]
    public void What_the_request_sent_is_shown_in_its_response() =>
        Body("""{"tag":"blue"}""", """{"id":1,"tag":"blue"}""").ShouldBe("""{"id":1,"tag":"blue"}""");

    [Fact]
    public void A_cookie_is_not_shown() =>
        Recorded("", "", "Set-Cookie: sid=abc; Path=/").Response!.Headers["Set-Cookie"].ShouldBe("(redacted)");

    [Fact]
    public void A_long_body_is_kept_whole_and_shown_shortened()
    {
        var exchange = Recorded(new string('a', 5_000), "");

        exchange.Request.Body.Length.ShouldBe(5_000);
        new ShownMessage(exchange.Request).Body.ShouldBe($"{new string('a', 4_096)}… (5000 characters)");
        exchange.Curl.ShouldEndWith($" --data-binary @body # body: a file of 5000 bytes, which begin {new string('a', 40)}…");
    }

    [Fact]
    public void A_body_that_is_not_text_is_shown_by_its_length() =>
        new ShownMessage(new ResponseMessage(200, body: new byte[] { 0xFF, 0xFE, 0 })).Body.ShouldBe("<3 bytes that are not text>");

    private static string Body(string sent, string received) => new ShownMessage(Recorded(sent, received).Response!).Body;

    private static RecordedCase Recorded(string sent, string received, params string[] headers)
    {
        var testCase = Notes.Case(CaseExpectation.Any) with
        {
            Request = new RequestMessage(
                "POST", "/notes", [new("Authorization", "Bearer $CONTRACT_TOKEN")], System.Text.Encoding.UTF8.GetBytes(sent)),
        };
        var recorder = new Recorder(Options, Redactor.Of(Api, new Credentials(Options).Secrets));
        return recorder.Add(testCase, ResourceIds.None, Notes.Result(201, received, headers));
    }
}
