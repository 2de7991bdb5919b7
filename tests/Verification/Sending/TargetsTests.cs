using SocialContract.Contract.Messages;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Sending;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Sending;

/// <summary>Targets with the ids that the server gave, and those that Location headers lead to.</summary>
public sealed class TargetsTests
{
    [Fact]
    public void Ids_are_percent_encoded_and_only_those_that_the_case_needs_are_filled_in()
    {
        var testCase = Notes.Case(CaseExpectation.Any) with
        {
            Request = new RequestMessage("GET", "/users/{createUser}/notes/{createNote}"),
            Needs = ["createUser"],
        };
        var ids = ResourceIds.None.With("createUser", "a/b").With("createNote", "1");

        Targets.Of(testCase, ids).ShouldBe("/users/a%2Fb/notes/{createNote}");
    }

    [Theory]
    [InlineData("/base/notes/1", "/notes/1")]
    [InlineData("http://notes.example/base/notes/1?a=b", "/notes/1?a=b")]
    [InlineData("1", "/1")]
    [InlineData("/notes/1", null)]
    [InlineData("http://other.example/base/notes/1", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_location_is_followed_only_below_the_base_URL(string? location, string? expected) =>
        Targets.OfLocation(new Uri("http://notes.example/base"), location, "/notes").ShouldBe(expected);
}
