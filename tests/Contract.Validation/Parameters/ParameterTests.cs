namespace SocialContract.Contract.Validation.Tests.Parameters;

public sealed class ParameterTests
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

    [Fact]
    public void A_violation_names_the_rule_of_the_schema()
    {
        var api = Api.Parameter("name: id, in: path, required: true, schema: { type: integer }", "/x/{id}");
        using var verdict = api.Validate(new TestRequest("GET /x/abc", ""));

        var violation = verdict.Violations.ShouldHaveSingleItem();
        violation.Rule.Keyword.ShouldBe("type");
        violation.Rule.Node.Pointer.ShouldBe("/paths/~1x~1{id}/get/parameters/0/schema/type");
        violation.Instance.ShouldBe("/path/id");
    }

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
    public void A_header_is_not_decoded() =>
        Api.Parameter("name: X-P, in: header, schema: { type: string }").Value("GET /x", "x-p: 50%+x").ShouldBe("\"50%+x\"");

    [Fact]
    public void A_cookie_that_is_not_percent_encoded_is_not_decoded() =>
        Api.Parameter("name: p, in: cookie, schema: { type: string }").Value("GET /x", "Cookie: p=50%").ShouldBe("\"50%\"");

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
    [InlineData("p=a", "\"a\"")]
    [InlineData("p=a&p=b", "[\"a\",\"b\"]")]
    public void A_text_or_a_list_is_what_was_sent(string query, string expected) =>
        Api.Parameter("name: p, in: query, schema: { anyOf: [{ type: string }, { type: array, items: { type: string } }] }")
            .Value($"GET /x?{query}").ShouldBe(expected);

    [Fact]
    public void Each_element_has_its_own_type() =>
        Api.Parameter(
            "name: p, in: query, schema: { type: array, prefixItems: [{ type: integer }, { type: string }], items: { type: boolean } }")
            .Value("GET /x?p=1&p=2&p=true").ShouldBe("[1,\"2\",true]");

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

    [Theory]
    [InlineData("ids[]=1&ids[]=2")]
    [InlineData("ids%5B%5D=1&ids%5b%5d=2")]
    public void A_name_may_contain_brackets(string query) =>
        Api.Parameter("name: 'ids[]', in: query, schema: { type: array, items: { type: integer } }")
            .Value($"GET /x?{query}")
            .ShouldBe("[1,2]");

    [Fact]
    public void A_deep_list_is_read_from_empty_brackets() =>
        Api.Parameter("name: ids, in: query, style: deepObject, explode: true, schema: { type: array, items: { type: integer } }")
            .Value("GET /x?ids[]=1&ids[]=2").ShouldBe("[1,2]");

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

    [Fact]
    public void Content_describes_a_parameter_as_JSON()
    {
        var api = Api.Parameter(
            "name: p, in: query, content: { application/json: { schema: { type: object, properties: { a: { type: integer } } } } }");

        api.Value("GET /x?p=%7B%22a%22:1%7D").ShouldBe("{\"a\":1}");
        api.Violations("GET /x?p=%7B%22a%22:%22x%22%7D").ShouldBe(["Parameter /query/p/a: \"x\""]);
        api.Violations("GET /x?p=%7Ba").ShouldBe(["Parameter /query/p: \"%7Ba\""]);
    }

    [Theory]
    [InlineData("Accept")]
    [InlineData("content-type")]
    [InlineData("Authorization")]
    public void Headers_that_OpenAPI_ignores_are_ignored(string name) =>
        Api.Parameter($"name: {name}, in: header, required: true, schema: {{ type: integer }}").Violations("GET /x").ShouldBeEmpty();

    [Fact]
    public void All_violations_come_in_the_document_s_order()
    {
        var api = Api.Operation(
            "GET /x/{id}",
            """
            parameters:
              - { name: b, in: query, required: true, schema: { type: integer } }
              - { name: id, in: path, required: true, schema: { type: integer } }
              - { name: a, in: query, schema: { type: string, enum: [one, two] } }
            """);

        api.Violations("GET /x/y?a=owt")
            .ShouldBe(["Parameter /query/b: nothing", "Parameter /path/id: \"y\"", "Parameter /query/a: \"owt\""]);
    }

    [Fact]
    public void The_nearest_listed_value_is_suggested()
    {
        var api = Api.Parameter("name: sort, in: query, schema: { type: string, enum: [name, created, updated] }");
        using var verdict = api.Validate(new TestRequest("GET /x?sort=craeted", ""));

        verdict.Violations.ShouldHaveSingleItem().Nearest.ShouldBe("created");
    }

    [Fact]
    public void A_secret_is_never_shown()
    {
        var api = Api.Parameter("name: key, in: query, schema: { type: string, x-secret: true, maxLength: 3 }");

        api.Violations("GET /x?key=hunter2").ShouldBe(["Parameter /query/key: (redacted)"]);
        api.Violations("GET /x?key=%zz").ShouldBe(["Parameter /query/key: (redacted)"]);
    }

    [Fact]
    public void A_malformed_object_with_a_secret_is_not_shown() =>
        Api.Parameter("name: p, in: header, schema: { type: object, properties: { key: { type: string, x-secret: true } } }")
            .Violations("GET /x", "p: key,hunter2,x").ShouldBe(["Parameter /header/p: (redacted)"]);

    [Fact]
    public void A_parameter_with_credentials_is_a_secret()
    {
        var api = Api.Of(
            """
            paths:
              /x:
                get:
                  security: [{ key: [] }]
                  parameters: [{ name: x-key, in: header, schema: { type: string, maxLength: 3 } }]
                  responses: { '200': { description: Fine } }
            components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key } } }
            """);

        api.Violations("GET /x", "X-Key: hunter2").ShouldBe(["Parameter /header/x-key: (redacted)"]);
    }
}
