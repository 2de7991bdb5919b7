using System.Text;
using SocialContract.Contract;
using SocialContract.Contract.Generation.Examples;
using SocialContract.Contract.Reading;
using SocialContract.MockServer.Responding;
using SocialContract.MockServer.Stubs.Judging;
using SocialContract.MockServer.Stubs.Reading;

namespace SocialContract.MockServer.Tests.Stubs.Judging;

/// <summary>Stubs that no valid request of the operation can meet.</summary>
public sealed class RequestJudgeTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: T, version: '1' }
        components:
          securitySchemes: { key: { type: apiKey, in: query, name: api_key } }
        paths:
          /v1/items:
            get:
              operationId: listItems
              security: [{ key: [] }]
              parameters:
                - { name: per_page, in: query, schema: { type: integer, maximum: 100 } }
                - { name: state, in: query, schema: { enum: [open, closed] } }
                - { name: tags, in: query, schema: { type: array, minItems: 2, items: { type: string } } }
                - { name: filter, in: query, style: deepObject, schema: { type: object } }
                - { name: X-Depth, in: header, schema: { type: integer } }
                - { name: theme, in: cookie, schema: { enum: [dark, light] } }
              responses: { '200': { description: items }, '400': { description: refused } }
            post:
              operationId: addItem
              requestBody:
                required: true
                content:
                  application/json:
                    schema:
                      type: object
                      required: [name, count]
                      properties:
                        name: { type: string }
                        count: { type: integer }
                        pair: { type: array, prefixItems: [{ type: string }, { type: integer }] }
                        kind: { anyOf: [{ properties: { a: { type: integer } } }, { required: [b] }] }
              responses: { '201': { description: added }, '422': { description: refused } }
          /v1/items/{id}:
            get:
              operationId: readItem
              parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
              responses: { '200': { description: an item }, '404': { description: none } }
          /v1/search:
            get:
              operationId: search
              parameters: [{ name: criteria, in: query, schema: { type: object } }]
              responses: { '200': { description: found } }
        """;

    private static readonly ServedContract Contract = new(
        ContractLoader.LoadText(Document, "openapi.yaml").ShouldBeOfType<LoadResult.Loaded>().Api, ResponseOptions.Default, []);

    [Theory]
    [InlineData("""
        "queryParameters":{"per_page":{"equalTo":"1000"}}
        """, "/request/queryParameters/per_page: No valid request of listItems has this in the query parameter per_page: "
        + "expected a number of at most 100, found 1000.")]
    [InlineData("""
        "queryParameters":{"state":{"equalTo":"opne"}}
        """, "/request/queryParameters/state: No valid request of listItems has this in the query parameter state: "
        + "expected one of \"open\", \"closed\", found \"opne\"; did you mean open?")]
    [InlineData("""
        "headers":{"x-depth":{"equalTo":"deep"}}
        """, "/request/headers/x-depth: No valid request of listItems has this in the header parameter X-Depth: "
        + "expected an integer, found \"deep\".")]
    [InlineData("""
        "cookies":{"theme":{"equalTo":"blue"}}
        """, "/request/cookies/theme: No valid request of listItems has this in the cookie parameter theme: "
        + "expected one of \"dark\", \"light\", found \"blue\".")]
    [InlineData("""
        "queryParameters":{"perpage":{"matches":"[0-9]+"}}
        """, "/request/queryParameters/perpage: listItems has no query parameter perpage; did you mean per_page?")]
    public void A_parameter_that_no_valid_request_has_is_found(string member, string expected) =>
        Judge("GET", "\"urlPath\":\"/v1/items\"", member.Trim(), 200).ShouldBe([expected]);

    [Theory]
    [InlineData("""
        "queryParameters":{"per_page":{"equalTo":"100"},"state":{"equalTo":"OPEN","caseInsensitive":true}}
        """)]
    [InlineData("""
        "queryParameters":{"per_page":{"matches":"1000"},"perpage":{"absent":true},"tags":{"equalTo":"a"}}
        """)]
    [InlineData("""
        "queryParameters":{"filter[a]":{"equalTo":"1"},"api_key":{"equalTo":"k"}},"headers":{"X-Other":{"equalTo":"1"}}
        """)]
    public void A_parameter_that_a_valid_request_may_have_has_no_finding(string member) =>
        Judge("GET", "\"urlPath\":\"/v1/items\"", member.Trim(), 200).ShouldBeEmpty();

    [Fact]
    public void The_query_of_a_url_is_compared_too() =>
        Judge("GET", "\"url\":\"/v1/items?per_page=1000&perpage=1\"", null, 200).Select(text => text[..text.IndexOf(' ')])
            .ShouldBe(["/request/url:", "/request/url:"]);

    [Fact]
    public void The_members_of_an_object_may_be_query_parameters_of_any_name() =>
        Judge("GET", "\"urlPath\":\"/v1/search\"", "\"queryParameters\":{\"colour\":{\"equalTo\":\"red\"}}", 200).ShouldBeEmpty();

    [Theory]
    [InlineData("urlPath")]
    [InlineData("url")]
    public void A_path_parameter_that_no_valid_request_has_is_found(string member) =>
        Judge("GET", $"\"{member}\":\"/v1/items/first\"", null, 200).ShouldBe(
            [$"/request/{member}: No valid request of readItem has this in the path parameter id: expected an integer, found \"first\"."]);

    [Theory]
    [InlineData("""
        {"name":1,"count":2}
        """, "", "/body/name: expected a string, found 1.")]
    [InlineData("""
        {"name":"a"}
        """, "", "/body/count: expected the member \"count\", found nothing.")]
    [InlineData("""
        {"name":1}
        """, ",\"ignoreExtraElements\":true", "/body/name: expected a string, found 1.")]
    public void A_body_that_no_valid_request_has_is_found(string json, string options, string expected) =>
        Judge("POST", "\"urlPath\":\"/v1/items\"", Body(json, options), 201).ShouldBe(
            [$"/request/bodyPatterns/0/equalToJson: No valid request of addItem has this in {expected}"]);

    [Theory]
    [InlineData("""
        {"name":"a","count":2}
        """, "")]
    [InlineData("""
        {"name":"a"}
        """, ",\"ignoreExtraElements\":true")]
    [InlineData("""
        {"name":"${json-unit.any-string}"}
        """, "")]
    [InlineData("""
        {"name":"a","count":1,"pair":[1,"a"]}
        """, ",\"ignoreArrayOrder\":true")]
    [InlineData("""
        {"kind":{"a":"x"}}
        """, ",\"ignoreExtraElements\":true")]
    public void A_body_that_a_valid_request_may_have_has_no_finding(string json, string options) =>
        Judge("POST", "\"urlPath\":\"/v1/items\"", Body(json, options), 201).ShouldBeEmpty();

    [Fact]
    public void A_stub_with_an_error_is_meant_for_requests_that_are_not_valid()
    {
        Judge("POST", "\"urlPath\":\"/v1/items\"", Body("""{"name":1}""", ""), 422).ShouldBeEmpty();
        Judge("GET", "\"urlPath\":\"/v1/items/first\"", null, 404).ShouldBeEmpty();
        Judge("GET", "\"urlPath\":\"/v1/items\"", "\"queryParameters\":{\"per_page\":{\"equalTo\":\"1000\"}}", 400).ShouldBeEmpty();
    }

    [Fact]
    public void A_stub_with_an_error_has_no_query_parameter_that_the_operation_lacks() =>
        Judge("GET", "\"urlPath\":\"/v1/items\"", "\"queryParameters\":{\"perpage\":{\"equalTo\":\"1\"}}", 400)
            .ShouldBe(["/request/queryParameters/perpage: listItems has no query parameter perpage; did you mean per_page?"]);

    [Theory]
    [InlineData("urlPathPattern")]
    [InlineData("urlPattern")]
    public void A_regular_expression_that_begins_as_no_path_does_is_found(string member) =>
        Judge("GET", $"\"{member}\":\"/v2/items/.*\"", null, 200).ShouldHaveSingleItem()
            .ShouldStartWith($"/request/{member}: The document has no path that begins with /v2/items/");

    [Theory]
    [InlineData("/.*")]
    [InlineData("/v1/items/[0-9]+")]
    [InlineData("/v1/item.*")]
    [InlineData("/v1/items/?")]
    [InlineData("/v2/a|/v1/items")]
    [InlineData("/v12?/items")]
    [InlineData("(?i)/V1/.*")]
    [InlineData(@"/v1/items\\?per_page=5")]
    public void A_regular_expression_that_may_match_a_path_has_no_finding(string expression) =>
        Judge("GET", $"\"urlPattern\":\"{expression}\"", null, 200).ShouldBeEmpty();

    private static string Body(string json, string options) => $"\"bodyPatterns\":[{{\"equalToJson\":{json.Trim()}{options}}}]";

    private static IEnumerable<string> Judge(string method, string url, string? member, int status)
    {
        var rest = member is null ? "" : $",{member}";
        var json = $"{{\"request\":{{\"method\":\"{method}\",{url}{rest}}},\"response\":{{\"status\":{status}}}}}";
        var stub = new StubReader(TimeProvider.System).Read(Encoding.UTF8.GetBytes(json)).ShouldBeOfType<StubReadResult.Single>().Mapping;
        return StubJudge.Judge(StubClaims.Of(stub), Contract).Select(finding => finding.ToString());
    }
}
