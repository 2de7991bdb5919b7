namespace SocialContract.Contract.Validation.Tests.Parameters;

/// <summary>How text becomes a value of the type that the schema allows.</summary>
public sealed class ParameterTypeTests
{
    [Theory]
    [InlineData("type: integer", "7", "7")]
    [InlineData("type: integer", "-0", "-0")]
    [InlineData("type: integer", "123456789012345678901234567890", "123456789012345678901234567890")]
    [InlineData("type: number", "1.50e-3", "1.50e-3")]
    [InlineData("type: boolean", "true", "true")]
    [InlineData("type: string", "7", "\"7\"")]
    [InlineData("type: string", "true", "\"true\"")]
    [InlineData("type: [string, integer]", "7", "\"7\"")]
    [InlineData("type: [integer, 'null']", "null", "null")]
    [InlineData("type: [string, 'null']", "null", "\"null\"")]
    [InlineData("enum: [1, 2]", "2", "2")]
    [InlineData("enum: [true, false, 1, 0]", "1", "1")]
    [InlineData("enum: [a, 1]", "1", "1")]
    [InlineData("enum: ['1', 2]", "1", "\"1\"")]
    [InlineData("const: 5", "5", "5")]
    [InlineData("minimum: 3", "5", "5")]
    [InlineData("maxLength: 3", "5", "\"5\"")]
    [InlineData("allOf: [{ type: integer }, { minimum: 1 }]", "5", "5")]
    [InlineData("anyOf: [{ type: integer }, { type: boolean }]", "true", "true")]
    [InlineData("oneOf: [{ type: string, enum: [all] }, { type: integer }]", "5", "5")]
    [InlineData("oneOf: [{ type: string, enum: [all] }, { type: integer }]", "all", "\"all\"")]
    [InlineData("description: anything", "5", "\"5\"")]
    public void Text_becomes_the_value_that_the_schema_allows(string schema, string raw, string expected) =>
        Api.Parameter($"name: p, in: query, schema: {{ {schema} }}").Value($"GET /x?p={raw}").ShouldBe(expected);

    [Fact]
    public void The_schema_is_found_through_references()
    {
        var api = Api.Of(
            """
            paths:
              /x/{id}:
                get:
                  parameters: [{ $ref: '#/components/parameters/Id' }]
                  responses: { '200': { description: Fine } }
            components:
              parameters:
                Id: { name: id, in: path, required: true, schema: { $ref: '#/components/schemas/Id' } }
              schemas:
                Id: { $ref: '#/components/schemas/Number' }
                Number: { type: integer }
            """);

        api.Value("GET /x/7").ShouldBe("7");
    }

    [Fact]
    public void A_nullable_integer_of_OpenAPI_3_0_is_a_number_or_null()
    {
        var api = Api.Of(
            "paths: { /x: { get: { parameters: [{ name: p, in: query, schema: { type: integer, nullable: true } }], responses: { "
                + "'200': { description: Fine } } } } }",
            version: "3.0.3");

        api.Value("GET /x?p=7").ShouldBe("7");
        api.Value("GET /x?p=null").ShouldBe("null");
    }

    [Fact]
    public void A_schema_that_refers_to_itself_is_read_once()
    {
        var api = Api.Of(
            """
            paths:
              /x:
                get:
                  parameters: [{ name: p, in: query, style: deepObject, schema: { $ref: '#/components/schemas/Tree' } }]
                  responses: { '200': { description: Fine } }
            components:
              schemas:
                Tree: { type: object, properties: { value: { type: integer }, child: { $ref: '#/components/schemas/Tree' } } }
            """);

        api.Value("GET /x?p[value]=1&p[child][value]=2&p[child][child][value]=3")
            .ShouldBe("{\"value\":1,\"child\":{\"value\":2,\"child\":{\"value\":3}}}");
    }

    [Theory]
    [InlineData("abc", "\"abc\"")]
    [InlineData("1.5", "1.5")]
    [InlineData("+3", "\" 3\"")]
    [InlineData("007", "\"007\"")]
    [InlineData("", "\"\"")]
    public void A_value_that_is_not_an_integer_is_reported_as_it_was_sent(string raw, string found) =>
        Api.Parameter("name: p, in: query, schema: { type: integer }")
            .Violations($"GET /x?p={raw}")
            .ShouldBe([$"Parameter /query/p: {found}"]);

    [Theory]
    [InlineData("p=a", "\"a\"")]
    [InlineData("p=a&p=b", "[\"a\",\"b\"]")]
    public void A_value_that_may_be_a_text_or_a_list_is_a_list_if_it_is_sent_several_times(string query, string expected) =>
        Api.Parameter("name: p, in: query, schema: { anyOf: [{ type: string }, { type: array, items: { type: string } }] }")
            .Value($"GET /x?{query}").ShouldBe(expected);

    [Fact]
    public void Each_element_has_its_own_type() =>
        Api.Parameter(
            "name: p, in: query, schema: { type: array, prefixItems: [{ type: integer }, { type: string }], items: { type: boolean } }")
            .Value("GET /x?p=1&p=2&p=true").ShouldBe("[1,\"2\",true]");

    [Fact]
    public void Content_describes_a_parameter_as_JSON()
    {
        var api = Api.Parameter(
            "name: p, in: query, content: { application/json: { schema: { type: object, properties: { a: { type: integer } } } } }");

        api.Value("GET /x?p=%7B%22a%22:1%7D").ShouldBe("{\"a\":1}");
        api.Violations("GET /x?p=%7B%22a%22:%22x%22%7D").ShouldBe(["Parameter /query/p/a: \"x\""]);
        api.Violations("GET /x?p=%7Ba").ShouldBe(["Parameter /query/p: \"%7Ba\""]);
    }
}
