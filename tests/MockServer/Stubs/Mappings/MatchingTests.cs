namespace SocialContract.MockServer.Tests.Stubs.Mappings;

public class MatchingTests
{
    public static TheoryData<string, string> Urls => StubCase.In("urls");

    public static TheoryData<string, string> Values => StubCase.In("values");

    public static TheoryData<string, string> Bodies => StubCase.In("bodies");

    public static TheoryData<string, string> JsonPaths => StubCase.In("json-paths");

    [Theory, MemberData(nameof(Urls)), MemberData(nameof(Values)), MemberData(nameof(Bodies)), MemberData(nameof(JsonPaths))]
    public void A_request_matches_as_it_does_in_Java(string file, string name)
    {
        var stubCase = StubCase.Find(file, name);
        var request = StubCase.Request(stubCase);

        var matches = StubCase.Pattern(stubCase).Matches(request);

        matches.ShouldBe(stubCase.GetProperty("matches").GetBoolean());
        request.Timeouts.Expressions.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Urls)), MemberData(nameof(Values)), MemberData(nameof(Bodies)), MemberData(nameof(JsonPaths))]
    public void Only_a_request_that_does_not_match_differs(string file, string name)
    {
        var stubCase = StubCase.Find(file, name);
        var (pattern, request) = (StubCase.Pattern(stubCase), StubCase.Request(stubCase));

        (pattern.Differences(request).Count == 0).ShouldBe(stubCase.GetProperty("matches").GetBoolean());
        (pattern.Distance(request) == 0).ShouldBe(stubCase.GetProperty("matches").GetBoolean());
        pattern.Distance(request).ShouldBeInRange(0, 1);
    }
}
