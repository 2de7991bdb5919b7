using SocialContract.MockServer.Stubs.Mappings;

namespace SocialContract.MockServer.Tests.Stubs.Mappings;

public class NearMissTests
{
    /// <summary>The distances are those that WireMock 3.13.2 gives for the same stubs and requests.</summary>
    [Theory]
    [InlineData("""{"url":"/things"}""", "GET /thing", "", "", 0.036630036630036625)]
    [InlineData("""{"method":"POST","url":"/a"}""", "GET /a", "", "", 0.07692307692307693)]
    [InlineData("""{"url":"/a","headers":{"X-A":{"equalTo":"abcd"}}}""", "GET /a", "X-A: abce", "", 0.005434782608695652)]
    [InlineData("""{"url":"/a","headers":{"X-A":{"equalTo":"abcd"}}}""", "GET /a", "", "", 0.021739130434782608)]
    [InlineData(
        """{"url":"/a","headers":{"X-A":{"equalTo":"abcd"},"X-B":{"equalTo":"x"}}}""", "GET /a", "X-B: x", "", 0.010869565217391304)]
    [InlineData("""{"urlPathTemplate":"/a/{id}/b"}""", "GET /a/1/c", "", "", 0.08547008547008546)]
    [InlineData(
        """{"url":"/a","bodyPatterns":[{"equalToJson":{"a":1,"b":2}}]}""",
        "POST /a",
        "",
        """{"a":1,"b":3}""",
        0.007246376811594202)]
    [InlineData(
        """{"url":"/a","bodyPatterns":[{"equalToJson":{"a":1,"b":{"c":1}}}]}""",
        "POST /a",
        "",
        """{"a":1}""",
        0.008695652173913044)]
    [InlineData(
        """{"queryParameters":{"x":{"hasExactly":[{"equalTo":"1"},{"equalTo":"3"}]}}}""", "GET /a?x=1&x=2", "", "", 0.005434782608695652)]
    [InlineData("""{"urlPattern":"/b.*"}""", "GET /a", "", "", 0.2564102564102564)]
    [InlineData("""{"url":"/a","host":{"contains":"abc"}}""", "GET /a", "", "", 0.2564102564102564)]
    [InlineData("""{"url":"/a","cookies":{"s":{"equalTo":"abcd"}}}""", "GET /a", "Cookie: s=abce", "", 0.005434782608695652)]
    [InlineData(
        """{"url":"/a","headers":{"X-A":{"and":[{"equalTo":"abcd"},{"contains":"z"}]}}}""", "GET /a", "X-A: abce", "", 0.01358695652173913)]
    [InlineData(
        """{"url":"/a","bodyPatterns":[{"equalToXml":"<a x=\"1\"><b>1</b></a>"}]}""",
        "POST /a",
        "",
        "<a x=\"1\"><b>2</b></a>",
        0.001358695652173913)]
    [InlineData(
        """{"url":"/a","bodyPatterns":[{"matchesJsonSchema":{"type":"object","properties":{"a":{"type":"string"}}}}]}""",
        "POST /a",
        "",
        """{"a":1}""",
        0.021739130434782608)]
    [InlineData(
        """{"url":"/a","headers":{"X-D":{"after":"2021-01-01T00:00:00Z"}}}""",
        "GET /a",
        "X-D: 2020-01-01T00:00:00Z",
        "",
        0.007259600126943828)]
    [InlineData(
        """{"url":"/a","basicAuthCredentials":{"username":"u","password":"p"}}""",
        "GET /a",
        "Authorization: Basic dTpx",
        "",
        0.002173913043478261)]
    [InlineData("""{"url":"/a","multipartPatterns":[{"bodyPatterns":[{"equalTo":"1"}]}]}""", "POST /a", "", "1", 0.021739130434782608)]
    public void The_distance_is_that_of_Java(string pattern, string send, string header, string body, double expected)
    {
        var request = StubCase.Request(send, body, header.Length == 0 ? [] : [new(header.Split(": ")[0], header.Split(": ")[1])]);

        StubCase.Pattern(pattern).Distance(request).ShouldBe(expected, 1e-12);
    }

    [Fact]
    public void Every_part_that_differs_is_listed_with_what_was_expected_and_found()
    {
        var pattern = StubCase.Pattern("""
            {
              "method": "POST", "urlPathTemplate": "/pets/{id}", "scheme": "https", "port": 1,
              "pathParameters": { "id": { "matches": "[0-9]+" } },
              "headers": { "Accept": { "contains": "json" }, "X-Here": { "equalTo": "1" } },
              "queryParameters": { "q": { "includes": [{ "equalTo": "a" }] } },
              "cookies": { "s": { "equalTo": "1" } },
              "bodyPatterns": [{ "contains": "b" }, { "contains": "z" }]
            }
            """);
        var request = StubCase.Request("GET /pets/x?q=b", "body", new("Accept", "text/html"), new("X-Here", "1"));

        pattern.Differences(request).ShouldBe(
        [
            new RequestDifference("scheme", "https", "http", 1),
            new RequestDifference("port", "1", "8080", 1),
            new RequestDifference("method", "POST", "GET", 1),
            new RequestDifference("pathParameters.id", "matches [0-9]+", "x", 1),
            new RequestDifference("headers.Accept", "contains json", "text/html", 1),
            new RequestDifference("queryParameters.q", "includes equalTo a", "b", 1),
            new RequestDifference("cookies.s", "equalTo 1", null, 1),
            new RequestDifference("bodyPatterns[1]", "contains z", "body", 1),
        ]);
    }

    [Fact]
    public void Long_texts_that_differ_at_the_end_differ()
    {
        var text = new string('x', 5_000);

        StubCase.Pattern($$"""{"bodyPatterns":[{"equalTo":"{{text}}y"}]}""")
            .Differences(StubCase.Request("POST /", $"{text}z")).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_long_body_is_cut_in_a_difference()
    {
        var request = StubCase.Request("POST /", new string('x', 5_000));

        var difference = StubCase.Pattern("""{"bodyPatterns":[{"contains":"z"}]}""").Differences(request).ShouldHaveSingleItem();

        difference.Found!.Length.ShouldBe(1_001);
    }
}
