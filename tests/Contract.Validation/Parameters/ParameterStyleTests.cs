namespace SocialContract.Contract.Validation.Tests.Parameters;

/// <summary>How lists and objects are read by the style of a parameter.</summary>
public sealed class ParameterStyleTests
{
    [Theory]
    [InlineData("p=1,2", "[1,2]")]
    [InlineData("p=1%2C2", "[1,2]")]
    [InlineData("p=1", "[1]")]
    [InlineData("p=", "[]")]
    public void A_list_of_numbers_may_have_its_commas_encoded(string query, string expected) =>
        Api.Parameter("name: p, in: query, explode: false, schema: { type: array, items: { type: integer } }")
            .Value($"GET /x?{query}")
            .ShouldBe(expected);

    [Theory]
    [InlineData("p=a%2Cb,c", "[\"a,b\",\"c\"]")]
    [InlineData("p=a", "[\"a\"]")]
    [InlineData("p=", "[\"\"]")]
    public void In_a_list_of_texts_an_encoded_comma_is_data(string query, string expected) =>
        Api.Parameter("name: p, in: query, explode: false, schema: { type: array, items: { type: string } }")
            .Value($"GET /x?{query}")
            .ShouldBe(expected);

    [Theory]
    [InlineData("f[a][b]=1", "{\"a\":{\"b\":1}}")]
    [InlineData("f[ids][]=1&f[ids][]=2", "{\"ids\":[1,2]}")]
    [InlineData("f[ids]=1&f[ids]=2", "{\"ids\":[1,2]}")]
    [InlineData("f[ids][0]=1&f[ids][1]=2", "{\"ids\":[1,2]}")]
    [InlineData("f[x]=y", "{\"x\":\"y\"}")]
    [InlineData("g[a]=1", "absent")]
    [InlineData("ff[a]=1", "absent")]
    [InlineData("f=1", "Parameter /query/f: \"1\"")]
    [InlineData("f[a][b]=x", "Parameter /query/f/a/b: \"x\"")]
    [InlineData("f[a]=1&f[a][b]=2", "Parameter /query/f: f[a][b]: a is already text, not an object")]
    public void A_deep_object_nests_as_in_Rails(string query, string expected)
    {
        var api = Api.Parameter(
            "name: f, in: query, style: deepObject, explode: true, schema: { type: object, properties: "
            + "{ a: { type: object, properties: { b: { type: integer } } }, ids: { type: array, items: { type: integer } } } }");

        api.Value($"GET /x?{query}").ShouldBe(expected);
    }

    [Fact]
    public void A_deep_list_is_read_from_empty_brackets() =>
        Api.Parameter("name: ids, in: query, style: deepObject, explode: true, schema: { type: array, items: { type: integer } }")
            .Value("GET /x?ids[]=1&ids[]=2").ShouldBe("[1,2]");

    [Theory]
    [InlineData("ids[]=1&ids[]=2")]
    [InlineData("ids%5B%5D=1&ids%5b%5d=2")]
    public void A_name_may_contain_brackets(string query) =>
        Api.Parameter("name: 'ids[]', in: query, schema: { type: array, items: { type: integer } }")
            .Value($"GET /x?{query}")
            .ShouldBe("[1,2]");

    [Fact]
    public void An_exploded_object_does_not_have_the_names_of_other_parameters()
    {
        var api = Api.Operation(
            "GET /x",
            """
            parameters:
              - name: filter
                in: query
                schema: { type: object, properties: { a: { type: integer } }, additionalProperties: { type: boolean } }
              - { name: page, in: query, schema: { type: integer } }
            """);

        api.Value("GET /x?a=1&b=true&page=2").ShouldBe("{\"a\":1,\"b\":true}");
    }

    [Fact]
    public void A_closed_exploded_object_has_only_its_described_names() =>
        Api.Parameter("name: f, in: query, schema: { type: object, properties: { a: { type: integer } } }")
            .Value("GET /x?a=1&b=2")
            .ShouldBe("{\"a\":1}");

    [Theory]
    [InlineData("/x/5", "matrix", "integer")]
    [InlineData("/x/;other=5", "matrix", "integer")]
    [InlineData("/x/5", "label", "integer")]
    public void A_value_that_is_not_in_its_style_is_a_violation(string path, string style, string type)
    {
        var api = Api.Parameter($"name: p, in: path, required: true, style: {style}, schema: {{ type: {type} }}", "/x/{p}");

        api.Violations("GET " + path).ShouldBe([$"Parameter /path/p: \"{path[3..]}\""]);
    }

    [Theory]
    [InlineData("a,1,b")]
    public void Names_without_values_are_a_violation(string raw) =>
        Api.Parameter("name: p, in: header, schema: { type: object }")
            .Violations("GET /x", "p: " + raw)
            .ShouldBe([$"Parameter /header/p: \"{raw}\""]);
}
