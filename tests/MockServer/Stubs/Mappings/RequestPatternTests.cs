using System.Globalization;
using System.Text.Json;
using SocialContract.MockServer.Stubs.Requests;

namespace SocialContract.MockServer.Tests.Stubs.Mappings;

public class RequestPatternTests
{
    [Theory]
    [InlineData("""{"url":"/a?x=1"}""", "/a")]
    [InlineData("""{"url":"/a%20b"}""", "/a%20b")]
    [InlineData("""{"urlPath":"/a"}""", "/a")]
    [InlineData("""{"urlPathTemplate":"/a/{id}"}""", null)]
    [InlineData("""{"urlPattern":"/a"}""", null)]
    [InlineData("""{"urlPathPattern":"/a"}""", null)]
    [InlineData("{}", null)]
    public void The_exact_path_is_known_where_only_it_can_match(string pattern, string? path) =>
        StubCase.Pattern(pattern).ExactPath.ShouldBe(path);

    [Theory]
    [InlineData("/pets/{petId}/toys/{toy}", "/pets/a%20b/toys/7?x=1", "petId=a%20b, toy=7")]
    [InlineData("/files/**", "/files/a/b", "0=a/b")]
    [InlineData("/{a}.{b}", "/x.y", "a=x, b=y")]
    [InlineData("/pets/{;id*}", "/pets/7", "id=7")]
    [InlineData("/pets/{id}", "/dogs/7", "")]
    public void A_template_gives_the_values_of_its_variables(string template, string target, string expected)
    {
        var pattern = StubCase.Pattern($$"""{"urlPathTemplate":"{{template}}"}""");

        var variables = pattern.PathVariables(StubCase.Request($"GET {target}"));

        string.Join(", ", variables.Select(variable => $"{variable.Key}={variable.Value}")).ShouldBe(expected);
    }

    [Theory]
    [InlineData("matches")]
    [InlineData("doesNotMatch")]
    public void A_pattern_whose_regular_expression_takes_too_long_does_not_match_and_the_request_says_so(string name)
    {
        var pattern = StubCase.Pattern($$"""{"bodyPatterns":[{"{{name}}":"(?=(a+)+b).*"}]}""");
        var request = StubCase.Request("POST /", new string('a', 40));

        pattern.Matches(request).ShouldBeFalse();

        request.Timeouts.Expressions.ShouldBe(["(?=(a+)+b).*"]);
    }

    [Fact]
    public void A_path_that_visits_very_many_values_does_not_match_and_the_request_says_so()
    {
        var pattern = StubCase.Pattern("""{"bodyPatterns":[{"matchesJsonPath":"$..[?(@..a == 1)]"}]}""");
        var numbers = string.Join(",", Enumerable.Repeat("1", 30_000));
        var body = $"{string.Concat(Enumerable.Repeat("[1,", 400))}[{numbers}]{new string(']', 400)}";
        var request = StubCase.Request("POST /", body);

        pattern.Matches(request).ShouldBeFalse();

        request.Timeouts.Expressions.ShouldBe(["$..[?(@..a == 1)]"]);
    }

    [Fact]
    public void Elements_whose_order_is_ignored_are_compared_within_bounds()
    {
        var pattern = StubCase.Pattern($$"""
            {"bodyPatterns":[{"equalToJson":[{{string.Join(",", Enumerable.Range(0, 3_000))}}],"ignoreArrayOrder":true}]}
            """);
        var sameOrder = StubCase.Request("POST /", $"[{string.Join(",", Enumerable.Range(0, 3_000))}]");
        var others = StubCase.Request("POST /", $"[{string.Join(",", Enumerable.Range(3_000, 3_000))}]");
        var reversed = StubCase.Request("POST /", $"[{string.Join(",", Enumerable.Range(0, 3_000).Reverse())}]");

        pattern.Matches(sameOrder).ShouldBeTrue();
        pattern.Matches(others).ShouldBeFalse();
        pattern.Matches(reversed).ShouldBeFalse();

        reversed.Timeouts.Expressions.ShouldBe(["equalToJson with ignoreArrayOrder"]);
    }

    [Fact]
    public void Elements_are_assigned_along_long_chains()
    {
        var expected = Enumerable.Range(1, 100).Reverse().Select(name => Json([name]));
        List<string> actual = [.. Enumerable.Range(1, 100).Select(size => Json(Enumerable.Range(1, size)))];
        var pattern = StubCase.Pattern($$"""
            {"bodyPatterns":[{"equalToJson":[{{string.Join(",", expected)}}],"ignoreArrayOrder":true,"ignoreExtraElements":true}]}
            """);

        pattern.Matches(StubCase.Request("POST /", $"[{string.Join(",", actual)}]")).ShouldBeTrue();
        actual[99] = Json([101]);
        pattern.Matches(StubCase.Request("POST /", $"[{string.Join(",", actual)}]")).ShouldBeFalse();

        static string Json(IEnumerable<int> names) =>
            JsonSerializer.Serialize(names.ToDictionary(name => name.ToString(CultureInfo.InvariantCulture), name => 1));
    }

    [Fact]
    public void Many_threads_may_match_with_one_pattern()
    {
        var pattern = StubCase.Pattern("""
            {
              "urlPathTemplate": "/{id}", "pathParameters": { "id": { "matches": "[0-9]+" } },
              "bodyPatterns": [
                { "matchesXPath": { "expression": "//p:b", "equalToXml": "<b xmlns='urn:x'>1</b>" }, "xPathNamespaces": { "p": "urn:x" } },
                { "equalToXml": "<a xmlns='urn:x'><b>1</b></a>" }
              ]
            }
            """);

        Parallel.For(0, 2_000, index =>
            pattern.Matches(StubCase.Request($"POST /{index}", $"<a xmlns='urn:x'><b>{index % 2}</b></a>")).ShouldBe(index % 2 == 1));
    }

    [Fact]
    public void A_document_type_is_not_read()
    {
        var pattern = StubCase.Pattern("""{"bodyPatterns":[{"matchesXPath":"//a"}]}""");

        pattern.Matches(StubCase.Request("POST /", "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>")).ShouldBeFalse();
        pattern.Matches(StubCase.Request("POST /", "<a>x</a>")).ShouldBeTrue();
    }

    [Fact]
    public void Xml_that_is_nested_very_deep_does_not_match()
    {
        var pattern = StubCase.Pattern("""{"bodyPatterns":[{"matchesXPath":"//a"}]}""");
        var deep = string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000));

        pattern.Matches(StubCase.Request("POST /", deep)).ShouldBeFalse();
    }

    [Fact]
    public void A_body_is_decoded_as_its_content_type_says()
    {
        var body = new byte[] { 0xE9 };
        var request = new StubRequest(
            new("POST", "/", [new("Content-Type", "text/plain; charset=iso-8859-1")], body));

        StubCase.Pattern("""{"bodyPatterns":[{"equalTo":"é"}]}""").Matches(request).ShouldBeTrue();
    }

    [Theory]
    [InlineData("""{"method":{"oneOf":["GET","PUT"]}}""", "PUT", true)]
    [InlineData("""{"method":{"oneOf":["GET","PUT"]}}""", "POST", false)]
    [InlineData("""{"method":{"noneOf":["GET","PUT"]}}""", "POST", true)]
    [InlineData("""{"method":{"noneOf":["GET","PUT"]}}""", "GET", false)]
    public void The_method_may_be_one_of_several_as_in_WireMock_4(string pattern, string method, bool matches) =>
        StubCase.Pattern(pattern).Matches(StubCase.Request($"{method} /")).ShouldBe(matches);

    [Theory]
    [InlineData("equalToNumber", "5.0", true)]
    [InlineData("equalToNumber", "six", false)]
    [InlineData("greaterThanNumber", "5", false)]
    [InlineData("greaterThanEqualNumber", "5", true)]
    [InlineData("lessThanNumber", "4.9", true)]
    [InlineData("lessThanEqualNumber", "5.1", false)]
    public void A_number_may_be_compared_as_in_WireMock_4(string name, string value, bool matches) =>
        StubCase.Pattern($$$$"""{"queryParameters":{"n":{"{{{{name}}}}":5}}}""")
            .Matches(StubCase.Request($"GET /?n={value}")).ShouldBe(matches);
}
