using System.Text;
using SocialContract.Contract;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Provenances;
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

    [Theory]
    [InlineData("tok-123", "/base/notes/(redacted)")]
    [InlineData("is-tok-123", "/base/notes/is-(redacted)")]
    [InlineData("7", "/base/notes/7")]
    public void A_token_that_the_server_gave_as_an_id_is_not_shown_in_the_next_request(string id, string shown)
    {
        var exchange = NewRecorder().Add(ReadCase, Ids(id), Notes.Result(200, "{}"));

        exchange.Request.Target.ShouldBe(shown);
        exchange.Curl.ShouldContain(shown.Replace("(redacted)", ""));
        exchange.Curl.ShouldNotContain("tok-123");
    }

    [Fact]
    public void A_secret_of_an_earlier_response_is_shown_neither_as_an_id_nor_in_later_responses()
    {
        var recorder = NewRecorder();
        recorder.Add(CreateCase(""), ResourceIds.None, Notes.Result(201, """{"id":1,"tag":"made-by-server"}"""));
        recorder.Add(CreateCase(""), ResourceIds.None, Notes.Result(201, """{"id":2,"tag":"another-one"}"""));

        var exchange = recorder.Add(ReadCase, Ids("made-by-server"), Notes.Result(404, """{"error":"no made-by-server"}"""));

        exchange.Request.Target.ShouldBe("/base/notes/(redacted)");
        new ShownMessage(exchange.Response!).Body.ShouldBe("""{"error":"no (redacted)"}""");
        recorder.Redacted("1 of made-by-server remains.").ShouldBe("1 of (redacted) remains.");
    }

    [Fact]
    public void A_secret_is_not_shown_in_what_was_recorded_before_it_was_known()
    {
        var recorder = NewRecorder();
        var early = recorder.Add(ReadCase, Ids("made-by-server"), Notes.Result(404, """{"error":"no made-by-server"}"""));
        recorder.Add(CreateCase(""), ResourceIds.None, Notes.Result(201, """{"id":1,"tag":"made-by-server"}"""));

        var shown = recorder.Exchanges[0];

        shown.Request.Target.ShouldBe("/base/notes/(redacted)");
        new ShownMessage(shown.Response!).Body.ShouldBe("""{"error":"no (redacted)"}""");
        shown.Curl.ShouldNotContain("made-by-server");
        var check = new CheckResult(
            "notes/status", "readNote", RuleSource.Stated, "a note", null, null, "", "notes.yaml", 1, Outcome.Failed, "",
            [new Failure(early, "a note", "no made-by-server", [])], []);
        recorder.Redacted([check])[0].Failures[0].Exchange.Curl.ShouldBe(shown.Curl);
    }

    [Fact]
    public void What_a_request_sent_is_still_shown_after_a_response_held_it_as_a_secret()
    {
        var recorder = NewRecorder();
        recorder.Add(CreateCase("""{"tag":"invented"}"""), ResourceIds.None, Notes.Result(500, ""));
        recorder.Add(ReadCase, Ids("1"), Notes.Result(200, """{"id":1,"tag":"invented"}"""));

        var exchange = recorder.Add(CreateCase("""{"tag":"invented"}"""), ResourceIds.None, Notes.Result(201, """{"tag":"invented"}"""));

        new ShownMessage(exchange.Response!).Body.ShouldBe("""{"tag":"invented"}""");
    }

    [Fact]
    public void A_target_that_the_server_gave_is_shown_without_its_secrets()
    {
        var followed = ReadCase with
        {
            Request = new RequestMessage("GET", "/notes/9?access_token=abc&page=2"),
            IsTargetGiven = true,
            Needs = [],
        };

        NewRecorder().Add(followed, ResourceIds.None, Notes.Result(200, "{}"))
            .Request.Target.ShouldBe("/base/notes/9?access_token=(redacted)&page=2");
    }

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

    private static RecordedCase Recorded(string sent, string received, params string[] headers) =>
        NewRecorder().Add(CreateCase(sent), ResourceIds.None, Notes.Result(201, received, headers));

    private static ContractCase ReadCase => Notes.Case(CaseExpectation.Any, operation: Notes.Read) with
    {
        Request = new RequestMessage("GET", "/notes/{createNote}"),
        Needs = ["createNote"],
    };

    private static ContractCase CreateCase(string sent) => Notes.Case(CaseExpectation.Any) with
    {
        Operation = Api.Operations.Single(operation => operation.Id == "createNote"),
        Request = new RequestMessage(
            "POST", "/notes", [new("Authorization", "Bearer $CONTRACT_TOKEN")], Encoding.UTF8.GetBytes(sent)),
    };

    private static ResourceIds Ids(string id) => ResourceIds.None.With("createNote", id);

    private static Recorder NewRecorder() => new(Options, Redactor.Of(Api, new Credentials(Options).Secrets));
}
