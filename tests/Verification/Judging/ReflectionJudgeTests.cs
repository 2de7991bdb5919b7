using SocialContract.Contract.Messages;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Judging;
using SocialContract.Verification.Planning.Checks;
using SocialContract.Verification.Sending;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Judging;

/// <summary>Accepted responses beside what they must reflect of their requests.</summary>
public sealed class ReflectionJudgeTests
{
    private static readonly PlannedOperation Planned = EchoedNote.Of(
        "x-echo: { /id: $request.path.id, /tags: { each: '$request.body#/labels', set: { /name: '$item#/text' } } }",
        "{ success: true, id: 1, tags: [ { name: a } ] }");

    private static readonly ReflectionJudge Judge = new(new ReflectionPlanner(Planned.Checks).Plan());

    [Fact]
    public void What_is_returned_as_it_was_sent_is_kept() =>
        Of("""{"success":true,"id":7,"tags":[{"name":"x"},{"name":"y"}]}""").ShouldAllBe(shown => shown.Kind == EvidenceKind.Kept);

    [Fact]
    public void The_server_chooses_the_order_of_elements() =>
        Broken("""{"success":true,"id":7,"tags":[{"name":"y"},{"name":"x"}]}""").ShouldBeEmpty();

    [Fact]
    public void Another_value_of_the_path_is_named_with_the_sent_one() =>
        Broken("""{"success":true,"id":8,"tags":[{"name":"x"},{"name":"y"}]}""")
            .ShouldBe([("check/reflects/id", "The response has what was sent: 7.", "The response has 8.")]);

    [Fact]
    public void A_wrong_number_of_elements_is_reported_once() =>
        Broken("""{"success":true,"id":7,"tags":[{"name":"x"}]}""")
            .ShouldBe([("check/reflects/tags/*", "The response has what was sent: 2 elements.", "The response has 1 element.")]);

    [Fact]
    public void Another_value_of_an_element_is_named_with_the_sent_ones() =>
        Broken("""{"success":true,"id":7,"tags":[{"name":"x"},{"name":"z"}]}""")
            .ShouldBe([("check/reflects/tags/*/name", "The response has what was sent: x, y.", "The response has x, z.")]);

    [Fact]
    public void A_response_of_another_kind_than_the_example_is_not_compared() =>
        Of("""{"success":false,"id":8,"tags":[]}""").ShouldBeEmpty();

    [Fact]
    public void A_refusal_is_not_compared() => Of("""{"success":true,"id":8,"tags":[]}""", 422).ShouldBeEmpty();

    private static IEnumerable<(string, string, string)> Broken(string body) => Of(body)
        .Where(shown => shown.Kind == EvidenceKind.Broken).Select(shown => (shown.Check.Id, shown.Expected, shown.Found));

    private static List<Evidence> Of(string body, int status = 200)
    {
        var testCase = Notes.Case(CaseExpectation.Accepted, operation: Planned.Operation) with
        {
            Request = new RequestMessage("PUT", "/notes/7", body: """{"labels":[{"text":"x"},{"text":"y"}]}"""u8.ToArray()),
        };
        return [.. Judge.Judge(testCase, ResourceIds.None, Notes.Result(status, body), Notes.Exchange())];
    }
}
