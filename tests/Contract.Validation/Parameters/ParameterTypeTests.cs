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

    /// <summary>A string is preferred; the other reading is taken where only that is valid.</summary>
    [Theory]
    [InlineData("if: { pattern: '^[0-9]+$' }, then: { type: integer }, else: { type: string }", "7", "7")]
    [InlineData("if: { pattern: '^[0-9]+$' }, then: { type: integer }, else: { type: string }", "7a", "\"7a\"")]
    [InlineData("if: { type: integer }, then: { minimum: 10 }, else: { enum: [all, none] }", "15", "15")]
    [InlineData("if: { type: integer }, then: { minimum: 10 }, else: { enum: [all, none] }", "all", "\"all\"")]
    [InlineData("if: { type: integer }, then: { minimum: 10 }, else: { enum: [all, none] }", "5", "Parameter /query/p: 5")]
    [InlineData("if: { const: true }, else: { maxLength: 1 }", "true", "true")]
    [InlineData("anyOf: [{ type: integer, minimum: 10 }, { type: string, pattern: '^[a-z]+$' }]", "12", "12")]
    [InlineData("anyOf: [{ type: integer, minimum: 10 }, { type: string, pattern: '^[a-z]+$' }]", "x", "\"x\"")]
    [InlineData("anyOf: [{ type: integer }, { type: string }], not: { type: string }", "12", "12")]
    [InlineData("not: { type: string }", "12", "12")]
    [InlineData("allOf: [{ if: { maxLength: 3 }, then: { type: [number, 'null'] } }]", "1.5", "1.5")]
    [InlineData("allOf: [{ if: { maxLength: 3 }, then: { type: [number, boolean] } }]", "1e9", "1e9")]
    [InlineData("type: [string, integer], maxLength: 1", "1", "\"1\"")]
    [InlineData("type: [string, integer], maxLength: 1", "12", "12")]
    [InlineData("type: [string, boolean, 'null'], maxLength: 1", "null", "null")]
    [InlineData("type: string, maxLength: 1", "12", "Parameter /query/p: \"12\", 2 characters")]
    [InlineData("maxLength: 1", "12", "Parameter /query/p: \"12\", 2 characters")]
    [InlineData("type: string, if: { maxLength: 1 }, else: { type: integer }", "12", "Parameter /query/p: \"12\"")]
    public void Conditions_and_branches_decide_between_readings(string schema, string raw, string expected) =>
        Api.Parameter($"name: p, in: query, schema: {{ {schema} }}").Value($"GET /x?p={Uri.EscapeDataString(raw)}").ShouldBe(expected);

    [Theory]
    [InlineData("p[kind]=n&p[v]=7", """{"kind":"n","v":7}""")]
    [InlineData("p[kind]=t&p[v]=7", """{"kind":"t","v":"7"}""")]
    [InlineData("p[v]=7&p[kind]=n", """{"v":7,"kind":"n"}""")]
    public void Another_member_decides_between_readings(string query, string expected) =>
        Api.Parameter("name: p, in: query, style: deepObject, schema: { type: object, properties: { kind: { type: string } }, "
                + "if: { properties: { kind: { const: n } } }, "
                + "then: { properties: { v: { type: integer } } }, else: { properties: { v: { type: string } } } }")
            .Value($"GET /x?{query}").ShouldBe(expected);

    [Theory]
    [InlineData("p=1&p=2", """["1","2"]""")]
    [InlineData("p=1&p=2&p=3", "[1,2,3]")]
    [InlineData("p=1&p=2&p=3&p=4&p=5&p=6", "[1,2,3,4,5,6]")]
    public void The_number_of_elements_decides_between_readings(string query, string expected) =>
        Api.Parameter("name: p, in: query, schema: { type: array, if: { minItems: 3 }, then: { items: { type: integer } }, "
                + "else: { items: { type: string } } }")
            .Value($"GET /x?{query}").ShouldBe(expected);

    [Fact]
    public void Each_of_many_texts_has_its_own_reading() =>
        Api.Parameter("name: p, in: query, style: deepObject, schema: { type: object, if: { required: [f] }, "
                + "then: { properties: { a: { type: integer }, b: { type: integer }, c: { type: integer }, d: { type: integer }, "
                + "e: { type: string }, f: { type: string } } }, else: { additionalProperties: { type: [string, integer] } } }")
            .Value("GET /x?p[a]=1&p[b]=2&p[c]=3&p[d]=4&p[e]=5&p[f]=6").ShouldBe("""{"a":1,"b":2,"c":3,"d":4,"e":"5","f":"6"}""");

    /// <summary>An encoded comma is data, unless no element can contain one.</summary>
    [Theory]
    [InlineData("prefixItems: [{ type: integer }, { type: string }]", "1,a%2Cb", """[1,"a,b"]""")]
    [InlineData("prefixItems: [{ type: integer }], items: { type: string }", "1,a%2Cb", """[1,"a,b"]""")]
    [InlineData("prefixItems: [{ type: integer }], items: { type: boolean }", "1%2Ctrue", "[1,true]")]
    [InlineData("prefixItems: [{ type: integer }, { type: integer }]", "1%2C2", "[1,2]")]
    public void A_comma_delimits_by_what_every_element_may_be(string schema, string raw, string expected) =>
        Api.Parameter($"name: p, in: query, explode: false, schema: {{ type: array, {schema} }}").Value($"GET /x?p={raw}")
            .ShouldBe(expected);

    [Fact]
    public void A_path_and_a_header_are_read_by_conditions_as_well()
    {
        const string Schema = "schema: { if: { pattern: '^[0-9]+$' }, then: { type: integer }, else: { type: string } }";

        Api.Parameter($"name: p, in: path, required: true, {Schema}", "/x/{p}").Value("GET /x/7").ShouldBe("7");
        Api.Parameter($"name: X-P, in: header, {Schema}").Value("GET /x", "X-P: 7").ShouldBe("7");
    }

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
