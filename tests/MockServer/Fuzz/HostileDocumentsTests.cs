using System.Text;

namespace SocialContract.MockServer.Tests.Fuzz;

/// <summary>Documents made to cost a server its time or its memory, served over real sockets.</summary>
[Collection(nameof(HostileDocumentsTests))]
[CollectionDefinition(nameof(HostileDocumentsTests), DisableParallelization = true)]
public sealed class HostileDocumentsTests
{
    private const int Levels = 40;

    [Fact]
    public async Task An_alias_bomb_is_refused()
    {
        var yaml = new StringBuilder(
            "openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths: {}\nx-0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var level = 1; level < Levels; level++)
        {
            yaml.Append($"x-{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 10))}]\n");
        }

        (await Bounded.Rejection(yaml.ToString())).ShouldContain("alias");
    }

    [Fact]
    public async Task A_bomb_of_merge_keys_is_refused()
    {
        var yaml = new StringBuilder("openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths: {}\nx-0: &a0 { k: v }\n");
        for (var level = 1; level < Levels; level++)
        {
            yaml.Append(
                $"x-{level}: &a{level} {{ {string.Join(", ", Enumerable.Range(0, 10).Select(key => $"k{key}: *a{level - 1}"))}, <<: "
                + $"*a{level - 1} }}\n");
        }

        (await Bounded.Rejection(yaml.ToString())).ShouldContain("alias");
    }

    [Fact]
    public async Task An_alias_of_what_holds_it_is_refused() =>
        (await Bounded.Rejection("openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths: &a { /x: *a }\n")).ShouldNotBeEmpty();

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{ a: ", "}")]
    public async Task A_document_nested_a_hundred_thousand_levels_deep_is_refused(string open, string close)
    {
        var nested = new StringBuilder().Insert(0, open, 100_000).Append('1').Insert(open.Length * 100_000 + 1, close, 100_000);

        (await Bounded.Rejection($"openapi: 3.1.0\ninfo: {{ title: T, version: '1' }}\npaths: {{}}\nx-deep: {nested}\n"))
            .ShouldNotBeEmpty();
    }

    /// <summary>Each schema holds the one before it twice, so that expanding them would take two to the fortieth.</summary>
    [Theory]
    [InlineData("{ type: object, properties: { a: NEXT, b: NEXT } }", """{"a": {"b": {"a": {}}}}""", 204)]
    [InlineData("{ type: object, properties: { a: NEXT, b: NEXT } }", """{"a": {"b": {"a": 1}}}""", 422)]
    [InlineData("{ type: array, prefixItems: [NEXT, NEXT] }", "[[[], []], []]", 204)]
    [InlineData("{ allOf: [NEXT, NEXT] }", "{}", 204)]
    [InlineData("{ anyOf: [NEXT, NEXT] }", "{}", 204)]
    [InlineData("{ anyOf: [NEXT, NEXT] }", "1", 422)]
    [InlineData("{ allOf: [NEXT, NEXT] }", "1", 422)]
    public async Task Diamonds_of_references_are_not_expanded(string schema, string body, int expected)
    {
        var components = new StringBuilder("components:\n  schemas:\n    S0: { type: [object, array] }\n");
        for (var level = 1; level <= Levels; level++)
        {
            components.Append(
                $"    S{level}: {schema.Replace("NEXT", $"{{ $ref: '#/components/schemas/S{level - 1}' }}", StringComparison.Ordinal)}\n");
        }

        var statuses = await Bounded.Statuses(Document(components.ToString(), "S40"), Post(body));

        statuses.ShouldBe([expected]);
    }

    [Theory]
    [InlineData("{ type: object, properties: { next: { $ref: '#/components/schemas/S' } } }", """{"next": {"next": {}}}""", 204)]
    [InlineData("{ type: object, properties: { next: { $ref: '#/components/schemas/S' } } }", """{"next": {"next": 1}}""", 422)]
    [InlineData("{ type: array, items: { $ref: '#/components/schemas/S' } }", "[[[[]]]]", 204)]
    [InlineData("{ type: object, required: [next], properties: { next: { $ref: '#/components/schemas/S' } } }", """{"next": {}}""", 422)]
    public async Task A_schema_may_hold_itself(string schema, string body, int expected)
    {
        var statuses = await Bounded.Statuses(Document($"components:\n  schemas:\n    S: {schema}\n", "S"), Post(body));

        statuses.ShouldBe([expected]);
    }

    /// <summary>Every instance would be infinite, so no response can be made.</summary>
    [Fact]
    public async Task A_response_that_would_be_infinite_is_a_501()
    {
        var document = """
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths:
              /x:
                get:
                  responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/S' } } } } }
            components:
              schemas:
                S: { type: object, required: [next], properties: { next: { $ref: '#/components/schemas/S' } } }
            """;

        (await Bounded.Statuses(document, Get)).ShouldBe([501]);
    }

    [Theory]
    [InlineData("{ $ref: '#/components/schemas/S' }")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/S' }] }")]
    [InlineData("{ anyOf: [{ $ref: '#/components/schemas/S' }, { type: object }] }")]
    [InlineData("{ not: { $ref: '#/components/schemas/S' } }")]
    public async Task A_schema_that_is_itself_is_a_fault_of_its_operation(string schema) =>
        (await Bounded.Statuses(Document($"components:\n  schemas:\n    S: {schema}\n", "S"), Post("{}"))).ShouldBe([501]);

    [Theory]
    [InlineData(
        "parameters", "    parameters: [{ $ref: '#/components/parameters/A' }]",
        "  parameters: { A: { $ref: '#/components/parameters/B' }, B: { $ref: '#/components/parameters/A' } }")]
    [InlineData(
        "requestBodies", "    requestBody: { $ref: '#/components/requestBodies/A' }",
        "  requestBodies: { A: { $ref: '#/components/requestBodies/B' }, B: { $ref: '#/components/requestBodies/A' } }")]
    public async Task References_that_go_round_in_circles_are_a_fault_of_their_operation(string _, string use, string components)
    {
        var document = $$"""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths:
              /x:
                get:
              {{use}}
                  responses: { '204': { description: ok } }
              /y:
                get: { responses: { '204': { description: ok } } }
            components:
            {{components}}
            """;

        (await Bounded.Statuses(document, Get, new FuzzedRequest { Method = "GET", Target = "/y", Headers = [] })).ShouldBe([501, 204]);
    }

    /// <summary>Patterns that backtrack without end in most engines, on a text that just fails.</summary>
    [Theory]
    [InlineData("(a+)+$")]
    [InlineData("^(a|aa)+$")]
    [InlineData("^(a|a?)+$")]
    [InlineData("^(.*)*x$")]
    [InlineData(@"^(\w+\s?)*$")]
    [InlineData("^(?=(a+)+$)a")]
    [InlineData(@"^(a+)+\1$")]
    [InlineData(@"^((a{1,99}){1,99}){1,99}$")]
    public async Task A_slow_pattern_refuses_what_it_cannot_decide(string pattern)
    {
        var text = new string('a', 5000) + "!";
        var document = $$"""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths:
              /x:
                get:
                  parameters: [{ name: q, in: query, schema: { $ref: '#/components/schemas/S' } }]
                  responses: { '204': { description: ok } }
                post:
                  requestBody: { content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/S' } } } } }
                  responses: { '204': { description: ok } }
            components:
              schemas:
                S: { type: string, pattern: '{{pattern}}' }
            """;

        var statuses = await Bounded.Statuses(
            document, Get with { Target = $"/x?q={text}" }, Post($"""["{text}"]"""),
            Post($"[{string.Join(',', Enumerable.Repeat($"\"{text}\"", 200))}]"));

        statuses.ShouldBe([422, 422, 422]);
    }

    /// <summary>A response that would have to be larger than the limit is not made; the others are.</summary>
    [Theory]
    [InlineData("{ type: string, pattern: '^(a+)+$' }", 200)]
    [InlineData("{ type: string, pattern: '^(a{1,99}){1,99}$' }", 200)]
    [InlineData("{ type: string, pattern: '^a{100000000}$' }", 501)]
    [InlineData("{ type: string, pattern: '^((a{999}){999}){999}$' }", 501)]
    [InlineData("{ type: string, minLength: 2000000000 }", 501)]
    [InlineData("{ type: array, minItems: 2000000000, items: { type: integer } }", 501)]
    [InlineData("{ type: array, minItems: 5, uniqueItems: true, items: { type: boolean } }", 501)]
    [InlineData("{ type: object, minProperties: 2000000000 }", 501)]
    [InlineData("{ type: integer, minimum: 1.0e+300, multipleOf: 7 }", 200)]
    [InlineData("{ type: number, multipleOf: 1.0e-300, exclusiveMinimum: 0, maximum: 1 }", 200)]
    [InlineData("{ type: number, minimum: 1.0e+999999999 }", 501)]
    [InlineData("{ allOf: [{ type: string }, { type: integer }] }", 501)]
    [InlineData("{ not: {} }", 501)]
    public async Task Data_is_generated_within_bounds(string schema, int expected)
    {
        var document = $$"""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths:
              /x:
                get:
                  responses: { '200': { description: ok, content: { application/json: { schema: {{schema}} } } } }
            """;

        (await Bounded.Statuses(document, Get)).ShouldBe([expected]);
    }

    /// <summary>
    /// Names and values of the document that a header cannot contain are left out of the response or reported in it; they never break it.
    /// </summary>
    [Theory]
    [InlineData("headers: { 'X Räte\\n': { required: true, schema: { const: 1 } } }", 200)]
    [InlineData("headers: { X-Rate: { required: true, schema: { const: \"a\\r\\nX-Evil: 1\" } } }", 200)]
    [InlineData("headers: { X-Rate: { required: true, schema: { const: é } } }", 200)]
    [InlineData(
        "headers: { Transfer-Encoding: { required: true, schema: { const: chunked } }, Content-Length: { required: true, schema: { const: "
        + "7 } } }", 200)]
    [InlineData("content: { \"text/pläin\\n\": { example: x } }", 200)]
    public async Task A_value_that_a_header_cannot_contain_breaks_no_response(string response, int expected)
    {
        var document = $$"""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths:
              /x:
                get:
                  operationId: "opé\n"
                  security: [{ k: [] }, {}]
                  responses: { '200': { description: ok, {{response}} } }
                post:
                  security: [{ k: [] }]
                  responses: { '200': { description: ok } }
            components:
              securitySchemes: { k: { type: apiKey, in: header, name: Key, x-scheme: "Bé\r\nX: y" } }
            """;

        (await Bounded.Statuses(document, Get, Get with { Method = "POST" })).ShouldBe([expected, 401]);
    }

    private static FuzzedRequest Get => new() { Method = "GET", Target = "/x", Headers = [] };

    private static FuzzedRequest Post(string body) =>
        new() { Target = "/x", Body = Encoding.UTF8.GetBytes(body), Headers = ["Content-Type: application/json"] };

    /// <summary>One operation that has the schema for its request and its response.</summary>
    private static string Document(string components, string schema) => $$"""
        openapi: 3.1.0
        info: { title: T, version: '1' }
        paths:
          /x:
            post:
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/{{schema}}' } } } }
              responses: { '204': { description: ok } }
        {{components}}
        """;
}
