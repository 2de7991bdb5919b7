using System.Text;
using SocialContract.Contract.Messages;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Judging;
using SocialContract.Verification.Sending;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Judging;

/// <summary>Runtime expressions, evaluated on a sent request.</summary>
public sealed class RequestValuesTests
{
    private static readonly ContractCase Sent = Notes.Case(CaseExpectation.Accepted, operation: Notes.Read) with
    {
        Needs = ["createNote"],
        Request = new RequestMessage(
            "GET",
            "/notes/{createNote}?page=2&name=a%20b&tag+a=b+c%2Bd&flag",
            HeaderFields.Of([new("X-Trace", "t1"), new("Authorization", "Bearer $CONTRACT_TOKEN")]),
            Encoding.UTF8.GetBytes("""{"text":"ab","list":[1,2]}""")),
    };

    [Theory]
    [InlineData("$request.path.id", "\"7\"")]
    [InlineData("$request.query.page", "\"2\"")]
    [InlineData("$request.query.name", "\"a b\"")]
    [InlineData("$request.query.tag a", "\"b c\\u002Bd\"")]
    [InlineData("$request.header.x-trace", "\"t1\"")]
    [InlineData("$request.body#/text", "\"ab\"")]
    [InlineData("$request.body#/list/1", "2")]
    [InlineData("$request.body", """{"text":"ab","list":[1,2]}""")]
    public void A_value_of_the_request_is_found(string expression, string json)
    {
        RequestValues.TryGet(Sent, ResourceIds.None.With("createNote", "7"), expression, out var value).ShouldBeTrue();

        value!.ToJsonString().ShouldBe(json);
    }

    [Theory]
    [InlineData("$request.path.other")]
    [InlineData("$request.query.other")]
    [InlineData("$request.query.flag")]
    [InlineData("$request.header.other")]
    [InlineData("$request.header.Authorization")]
    [InlineData("$request.body#/other")]
    [InlineData("$response.body#/id")]
    [InlineData("$url")]
    public void A_missing_value_a_token_and_another_expression_have_no_value(string expression) =>
        RequestValues.TryGet(Sent, ResourceIds.None.With("createNote", "7"), expression, out _).ShouldBeFalse();
}
