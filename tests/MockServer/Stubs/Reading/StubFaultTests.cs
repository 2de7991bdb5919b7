using SocialContract.MockServer.Stubs.Reading;

namespace SocialContract.MockServer.Tests.Stubs.Reading;

public class StubFaultTests
{
    [Theory]
    [InlineData("""{"requst":{}}""", "/requst: no such member; did you mean `request`?")]
    [InlineData("""{"request":{"methd":"GET"}}""", "/request/methd: no such member; did you mean `method`?")]
    [InlineData("""{"request":{"frobnicate":1}}""", "/request/frobnicate: no such member")]
    [InlineData("""{"a/b~":1}""", "/a~1b~0: no such member")]
    [InlineData("""{"newRequest":{}}""", "/newRequest: no such member; did you mean `request`?")]
    [InlineData("""{"name":"a","name":"b"}""", "/name: the member occurs twice")]
    [InlineData("""{"request":{"headers":{"A":{"equalTo":"1"},"A":{"equalTo":"2"}}}}""", "/request/headers/A: the member occurs twice")]
    [InlineData("[]", "an object is expected; found an array")]
    [InlineData("\"x\"", "an object is expected; found \"x\"")]
    [InlineData("""{"request":[]}""", "/request: an object is expected; found an array")]
    [InlineData("""{"name":1}""", "/name: a text is expected; found 1")]
    [InlineData("""{"persistent":"yes"}""", "/persistent: true or false is expected; found \"yes\"")]
    [InlineData("""{"priority":1.5}""", "/priority: an integer from -2147483648 to 2147483647 is expected; found 1.5")]
    [InlineData("""{"metadata":"x"}""", "/metadata: an object is expected; found \"x\"")]
    [InlineData("""{"id":"abc"}""", "/id: 'abc' is not a UUID, such as 0f8fad5b-d9cb-469f-a165-70867728950e")]
    [InlineData(
        """{"id":"0f8fad5b-d9cb-469f-a165-70867728950e","uuid":"0f8fad5b-d9cb-469f-a165-70867728950f"}""",
        "/uuid: it differs from `id`, which means the same; leave one of them out")]
    [InlineData("""{"requiredScenarioState":"x"}""", "/requiredScenarioState: it has no effect without `scenarioName`; name the scenario")]
    [InlineData(
        """{"postServeActions":[{"name":"webhook"}]}""",
        "/postServeActions: webhooks and other listeners are not supported; leave them out")]
    [InlineData(
        """{"serveEventListeners":[{"name":"x"}]}""",
        "/serveEventListeners: webhooks and other listeners are not supported; leave them out")]
    [InlineData("""{"request":{"method":"get"}}""", "/request/method: 'get' is not one of ANY, *; did you mean `GET`?")]
    [InlineData("""{"request":{"method":"PSOT"}}""", "/request/method: 'PSOT' is not one of ANY, *; did you mean `POST`?")]
    [InlineData("""{"request":{"method":1}}""", "/request/method: a text is expected; found 1")]
    [InlineData("""{"request":{"method":{}}}""", "/request/method: either `oneOf` or `noneOf` is expected")]
    [InlineData(
        """{"request":{"url":"/a","urlPath":"/b"}}""",
        "/request/urlPath: `url` is given too; a request pattern has one of url, urlPattern, urlPath, urlPathPattern, urlPathTemplate")]
    [InlineData("""{"request":{"url":"a"}}""", "/request/url: 'a' does not begin with a slash, so it would match nothing")]
    [InlineData(
        """{"request":{"urlPath":"/a?b=1"}}""",
        "/request/urlPath: a path has no query, so it would match nothing; use `queryParameters` or `url`")]
    [InlineData(
        """{"request":{"urlPattern":"/a["}}""",
        "/request/urlPattern: not a regular expression: the character class at 2 is not closed")]
    [InlineData("""{"request":{"urlPathTemplate":"/{a}/{a}"}}""", "/request/urlPathTemplate: the variable {a} occurs twice")]
    [InlineData(
        """{"request":{"pathParameters":{"a":{"equalTo":"x"}}}}""",
        "/request/pathParameters: path parameters need `urlPathTemplate`, such as /pets/{id}")]
    [InlineData(
        """{"request":{"urlPathTemplate":"/a/{petId}","pathParameters":{"petID":{"equalTo":"x"}}}}""",
        "/request/pathParameters/petID: the template /a/{petId} does not have this variable; did you mean `petId`?")]
    [InlineData("""{"request":{"port":70000}}""", "/request/port: an integer from 1 to 65535 is expected; found 70000")]
    [InlineData("""{"request":{"scheme":"ftp"}}""", "/request/scheme: 'ftp' is not one of http, https")]
    [InlineData(
        """{"request":{"host":"localhost"}}""",
        "/request/host: a pattern, such as {\"equalTo\": \"x\"}, is expected; found \"localhost\"")]
    [InlineData(
        """{"request":{"customMatcher":{"name":"x"}}}""",
        "/request/customMatcher: a custom matcher is code in Java and is not supported; use the other members")]
    [InlineData(
        """{"request":{"basicAuthCredentials":{"username":"u"}}}""",
        "/request/basicAuthCredentials: `username` and `password` are expected")]
    [InlineData("""{"request":{"bodyPatterns":{"equalTo":"x"}}}""", "/request/bodyPatterns: an array is expected; found an object")]
    [InlineData(
        """{"request":{"multipartPatterns":[{"matchingType":"SOME"}]}}""",
        "/request/multipartPatterns/0/matchingType: 'SOME' is not one of ANY, ALL")]
    public void A_fault_of_a_stub_is_reported(string json, string expected) =>
        Posted.Faults(json).ShouldHaveSingleItem().ShouldBeLike(expected);

    [Fact]
    public void All_faults_are_reported()
    {
        var faults = Posted.Faults("""
            {
              "prioritie": 1,
              "request": {
                "method": "GETT", "headers": { "A": { "equalTo": 1 }, "B": { "matches": "[" } }, "bodyPatterns": [{}, { "contains": 2 }]
              },
              "response": { "status": 1, "body": 1 }
            }
            """);

        faults.Select(fault => fault.Split(": ")[0]).ShouldBe(
        [
            "/prioritie", "/request/method", "/request/headers/A/equalTo", "/request/headers/B/matches", "/request/bodyPatterns/0",
            "/request/bodyPatterns/1/contains", "/response/status", "/response/body",
        ]);
    }

    [Fact]
    public void The_faults_of_a_collection_name_the_stub()
    {
        var faults = Posted.Faults("""{"mappings":[{},{"request":{"url":1}},5],"option":{}}""");

        faults.ShouldBe(
        [
            "/option: no such member", "/mappings/1/request/url: a text is expected; found 1",
            "/mappings/2: an object is expected; found 5",
        ], ignoreOrder: true);
    }

    [Theory]
    [InlineData("", "not JSON at line 1, byte 1: *")]
    [InlineData("{\n\"request\":{},}", "not JSON at line 2, byte 14: *")]
    [InlineData("{'request':{}}", "not JSON at line 1, byte 2: *")]
    [InlineData("{} {}", "not JSON at line 1, byte 4: *")]
    public void A_text_that_is_not_JSON_is_refused_with_the_place(string json, string expected) =>
        Posted.Faults(json).ShouldHaveSingleItem().ShouldBeLike(expected);

    [Fact]
    public void A_text_that_is_too_long_is_refused() => Posted.Faults($"{{\"name\":\"{new string('x', StubReader.MaxBytes)}\"}}")
        .ShouldHaveSingleItem().ShouldBe("10485771 bytes; at most 10485760 are accepted");

    [Theory]
    [InlineData("[")]
    [InlineData("{\"not\":")]
    [InlineData("{\"request\":")]
    public void A_text_that_is_nested_very_deep_is_refused(string opening) =>
        Posted.Faults(string.Concat(Enumerable.Repeat(opening, 100_000))).ShouldHaveSingleItem().ShouldBeLike("not JSON at line 1, byte *");

    [Fact]
    public void The_number_of_faults_is_bounded()
    {
        var members = string.Join(",", Enumerable.Range(0, 5_000).Select(index => $"\"x{index}\":1"));

        Posted.Faults($"{{{members}}}").Count.ShouldBe(FaultList.MaxFaults);
    }

    [Fact]
    public void The_number_of_stubs_is_bounded() => Posted.Faults($"{{\"mappings\":[{string.Join(",", Enumerable.Repeat("{}", 10_001))}]}}")
        .ShouldHaveSingleItem().ShouldBe("/mappings: 10001 stubs; at most 10000 are accepted");
}
