using SocialContract.Verification.Cases;
using SocialContract.Verification.Judging;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Sending;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Judging;

/// <summary>A response in a provider state beside the document's example.</summary>
public sealed class ExampleJudgeTests
{
    [Theory]
    [InlineData(200, """{"success":true,"note":"Blue is there"}""", EvidenceKind.Kept)]
    [InlineData(200, """{"success":false,"note":"Blue is there"}""", EvidenceKind.Broken)]
    [InlineData(200, """{"success":true,"note":"It is there"}""", EvidenceKind.Broken)]
    [InlineData(404, """{"success":true,"note":"Blue is there"}""", EvidenceKind.Broken)]
    [InlineData(500, "", EvidenceKind.Blocked)]
    [InlineData(401, "", EvidenceKind.Blocked)]
    internal void The_response_has_the_status_and_means_what_the_example_means(int status, string body, EvidenceKind expected)
    {
        var evidence = Judge("stated", Notes.Result(status, body), isReported: status == 500);

        evidence.Check.ShouldBe(new CheckKey("check/example/200/there", "readNote"));
        evidence.Kind.ShouldBe(expected);
    }

    [Fact]
    public void Another_status_is_named_beside_the_example()
    {
        var evidence = Judge("stated", Notes.Result(404));

        evidence.Expected.ShouldBe("The response has status 200, as in the example there.");
        evidence.Found.ShouldBe("The response has status 404.");
    }

    [Theory]
    [InlineData("stated", EvidenceKind.Broken)]
    [InlineData("assumed", EvidenceKind.Kept)]
    internal void An_assumed_status_stands_for_its_class(string source, EvidenceKind expected) =>
        Judge(source, Notes.Result(203, """{"success":true,"note":"Blue is there"}""")).Kind.ShouldBe(expected);

    [Fact]
    public void A_response_of_wrong_form_is_left_to_the_check_that_reports_it() =>
        Judge("stated", Notes.Result(200, """{"success":false}"""), isReported: true).Found
            .ShouldBe("the response breaks rules, which other checks report");

    [Fact]
    public void A_server_that_refuses_the_plain_request_too_shows_nothing() =>
        Judge("stated", Notes.Result(404), isPlainRefused: true).Found.ShouldBe(CaseJudge.PlainIsRefused);

    [Theory]
    [InlineData(409, "")]
    [InlineData(200, "<p>There it is.</p>")]
    internal void What_no_other_check_reports_is_broken(int status, string body) =>
        Judge("stated", Notes.Result(status, body)).Kind.ShouldBe(EvidenceKind.Broken);

    private static Evidence Judge(string source, SendResult result, bool isReported = false, bool isPlainRefused = false)
    {
        var planned = PlannedOperation.Of($$"""
              /note:
                get:
                  operationId: readNote
                  responses:
                    '200':
                      description: The note.
                      x-source: {{source}}
                      content:
                        application/json:
                          schema: { type: object }
                          examples:
                            there:
                              x-provider-states: [ { name: a note is there, params: { color: Blue } } ]
                              value: { success: true, note: Blue exists }
                    '404': { description: There is none. }
            """);
        var state = new StatePlanner(planned.Writer, planned.Checks, hasProviderStates: true).Plan(planned.Drafts.Plain)
            .ShouldHaveSingleItem();
        return ExampleJudge.Of(state, result, Notes.Exchange(), isReported, isPlainRefused).ShouldHaveSingleItem();
    }
}
