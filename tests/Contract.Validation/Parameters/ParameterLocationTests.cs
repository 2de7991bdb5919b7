namespace SocialContract.Contract.Validation.Tests.Parameters;

/// <summary>How parameters are found and decoded in the query, the path, headers and cookies.</summary>
public sealed class ParameterLocationTests
{
    [Theory]
    [InlineData("query", "GET /x", null, "Parameter /query/p: nothing")]
    [InlineData("header", "GET /x", null, "Parameter /header/p: nothing")]
    [InlineData("cookie", "GET /x", "Cookie: q=1", "Parameter /cookie/p: nothing")]
    public void A_required_parameter_that_is_missing_is_one_violation(string location, string line, string? header, string expected)
    {
        var api = Api.Parameter($"name: p, in: {location}, required: true, schema: {{ type: string }}");

        api.Violations(line, header is null ? [] : [header]).ShouldBe([expected]);
    }

    [Fact]
    public void An_optional_parameter_may_be_missing() =>
        Api.Parameter("name: p, in: query, schema: { type: integer }").Value("GET /x").ShouldBe("absent");

    [Theory]
    [InlineData("a%20b", "\"a b\"")]
    [InlineData("a+b", "\"a b\"")]
    [InlineData("a%2Bb", "\"a+b\"")]
    [InlineData("%C3%A9", "\"é\"")]
    [InlineData("é", "\"é\"")]
    [InlineData("a=b", "\"a=b\"")]
    [InlineData("%22%5C%0A", "\"\\\"\\\\\\u000a\"")]
    public void A_query_is_decoded(string raw, string expected) =>
        Api.Parameter("name: p, in: query, schema: { type: string }").Value($"GET /x?q=1&p={raw}&r").ShouldBe(expected);

    [Theory]
    [InlineData("a+b", "\"a+b\"")]
    [InlineData("a%2Fb", "\"a/b\"")]
    public void A_path_is_decoded_without_plus_signs(string raw, string expected) =>
        Api.Parameter("name: p, in: path, required: true, schema: { type: string }", "/x/{p}").Value($"GET /x/{raw}").ShouldBe(expected);

    [Fact]
    public void A_header_is_not_decoded() =>
        Api.Parameter("name: X-P, in: header, schema: { type: string }").Value("GET /x", "x-p: 50%+x").ShouldBe("\"50%+x\"");

    [Fact]
    public void A_cookie_that_is_not_percent_encoded_is_not_decoded() =>
        Api.Parameter("name: p, in: cookie, schema: { type: string }").Value("GET /x", "Cookie: p=50%").ShouldBe("\"50%\"");

    [Theory]
    [InlineData("%")]
    [InlineData("%2")]
    [InlineData("%zz")]
    [InlineData("%FF")]
    public void Bad_percent_encoding_is_a_violation_of_the_parameter(string raw)
    {
        var api = Api.Parameter("name: p, in: query, schema: { type: string }");

        api.Violations($"GET /x?p={raw}").ShouldBe([$"Parameter /query/p: \"{raw}\""]);
    }

    [Fact]
    public void A_single_value_that_is_sent_twice_is_a_violation() =>
        Api.Parameter("name: p, in: query, schema: { type: integer }")
            .Violations("GET /x?p=1&p=2")
            .ShouldBe(["Parameter /query/p: 2 values"]);

    [Fact]
    public void Unknown_query_parameters_are_accepted() =>
        Api.Parameter("name: p, in: query, schema: { type: integer }").Value("GET /x?p=1&utm=x&%zz=%").ShouldBe("1");

    [Theory]
    [InlineData("p=")]
    [InlineData("p")]
    public void An_empty_value_is_accepted_where_it_is_allowed(string query)
    {
        var api = Api.Parameter("name: p, in: query, allowEmptyValue: true, schema: { type: integer }");

        api.Value($"GET /x?{query}").ShouldBe("\"\"");
    }

    [Theory]
    [InlineData("Accept")]
    [InlineData("content-type")]
    [InlineData("Authorization")]
    public void Headers_that_OpenAPI_ignores_are_ignored(string name) =>
        Api.Parameter($"name: {name}, in: header, required: true, schema: {{ type: integer }}").Violations("GET /x").ShouldBeEmpty();
}
