using System.Globalization;
using System.Text;

namespace SocialContract.Tests.Support;

/// <summary>
/// Documents that are large in one respect, each a kind of work that must stay proportional to the document. A test takes one by its name.
/// </summary>
internal static class LargeDocuments
{
    private static readonly Dictionary<string, Func<string>> Documents = new(StringComparer.Ordinal)
    {
        ["chain of 20000 references"] = () => Schemas(
            20_000, index => $"{{ $ref: '#/components/schemas/S{index + 1}' }}", "{ type: object }"),
        ["list of 20000 linked schemas"] = () => Schemas(
            20_000,
            index => $"{{ type: object, properties: {{ next: {{ $ref: '#/components/schemas/S{index + 1}' }} }} }}",
            "{ type: object }"),
        ["allOf chain of 5000"] = () => Schemas(
            5_000, index => $"{{ allOf: [{{ $ref: '#/components/schemas/S{index + 1}' }}, {{ type: object }}] }}", "{ type: object }"),
        ["oneOf diamond of depth 25"] = () => Schemas(
            25,
            index => $"{{ oneOf: [{{ $ref: '#/components/schemas/S{index + 1}' }}, {{ $ref: '#/components/schemas/S{index + 1}' }}] }}",
            "{ type: string }"),
        ["properties diamond of depth 25"] = () => Schemas(
            25,
            index => $"{{ type: object, required: [a, b], properties: {{ a: {{ $ref: '#/components/schemas/S{index + 1}' }}, "
                + $"b: {{ $ref: '#/components/schemas/S{index + 1}' }} }} }}",
            "{ type: string }"),
        ["oneOf of 5000"] = () => Body($"{{ oneOf: [{List(5_000, index =>
            $"{{ type: object, required: [k], properties: {{ k: {{ const: v{index} }} }} }}")}] }}"),
        ["allOf of 5000 that require"] = () => Body($"{{ allOf: [{List(5_000, index =>
            $"{{ required: [p{index}], properties: {{ p{index}: {{ type: string, readOnly: true }} }} }}")}] }}"),
        ["3000 operations that share a schema"] = () => Document(
            Lines(3_000, index => Operation(index, "{ $ref: '#/components/schemas/S' }").TrimEnd()),
            $"    S: {{ type: object, properties: {{ {List(1_000, index => $"p{index}: {{ type: string, maxLength: 9 }}")} }} }}\n"),
        ["enum of 30000 objects"] = () => Body($"{{ enum: [{List(30_000, index => $"{{ id: {index}, name: n{index} }}")}] }}"),
        ["enum of 700000 numbers"] = () => Body($"{{ enum: [{List(700_000, index => $"{index}")}] }}"),
        ["400 enums of 2000 numbers"] = () => Body($"{{ allOf: [{List(400, first =>
            $"{{ enum: [{List(2_000, index => $"{first + index}")}] }}")}] }}"),
        ["30000 properties"] = () => Body(
            $"{{ type: object, properties: {{ {List(30_000, index => $"p{index}: {{ type: string, maxLength: {index + 1} }}")} }} }}"),
        ["30000 properties, all required"] = () => Body(
            $"{{ type: object, required: [{List(30_000, index => $"p{index}")}], "
                + $"properties: {{ {List(30_000, index => $"p{index}: {{ type: string }}")} }} }}"),
        ["required of 100000 names"] = () => Body($"{{ type: object, required: [{List(100_000, index => $"p{index}")}] }}"),
        ["10000 operations"] = () => Document(Lines(10_000, index => Operation(index, "{ $ref: '#/components/schemas/S' }").TrimEnd()),
            "    S: { type: object, required: [a], properties: { a: { type: string, minLength: 1 } } }\n"),
        ["10000 operations with templates"] = () => Document(Lines(10_000, index =>
            Operation(index, "{ $ref: '#/components/schemas/S' }", $"/r{index % 100}/{{id{index}}}/x{index % 500}").TrimEnd()),
            "    S: { type: object, required: [a], properties: { a: { type: string, minLength: 1 } } }\n"),
        ["10000 operations with links"] = () => Document(Lines(10_000, index => $$"""
              /a{{index}}:
                get:
                  operationId: o{{index}}
                  responses:
                    '200':
                      description: ok
                      links: { next: { operationId: o{{(index + 1) % 10_000}} }, none: { operationId: absent{{index}} } }
            """)),
        ["5000 parameters"] = () => Document($$"""
              /a:
                get:
                  operationId: a
                  parameters:
            {{Lines(5_000, index => $"        - {{ name: p{index}, in: query, required: {(index % 2 == 0 ? "true" : "false")}, "
                + $"schema: {{ type: integer, maximum: {index} }} }}")}}
                  responses: { '200': { description: ok } }
            """),
        ["5000 header parameters"] = () => Document($$"""
              /a:
                get:
                  operationId: a
                  parameters:
            {{Lines(5_000, index => $"        - {{ name: X-P{index}, in: header, required: true, schema: {{ type: integer }} }}")}}
                  responses: { '200': { description: ok } }
            """),
        ["5000 parameters of a path item"] = () => Document($$"""
              /a:
                parameters:
            {{Lines(5_000, index => $"      - {{ name: p{index}, in: query, schema: {{ type: integer }} }}")}}
                get:
                  operationId: a
                  parameters:
            {{Lines(5_000, index => $"        - {{ name: p{index}, in: query, schema: {{ type: string }} }}")}}
                  responses: { '200': { description: ok } }
            """),
        ["5000 dangling references"] = () => Document(
            Operation(0, "{ $ref: '#/components/schemas/S0' }"),
            Lines(5_000, index => $"    S{index}: {{ properties: {{ a: {{ $ref: '#/components/schemas/T{index}' }} }} }}")),
        ["10000 schemas with ids"] = () => Document(
            Operation(0, "{ $ref: '#/components/schemas/S0' }"),
            Lines(10_000, index =>
                $"    S{index}: {{ $id: 'https://example.com/s{index}', properties: {{ next: {{ $ref: s{index + 1} }} }} }}")
                + "    S10000: { $id: 'https://example.com/s10000', type: object }\n"),
        ["20000 unknown keywords"] = () => Document(
            Operation(0, $"{{ type: object, {List(20_000, index => $"typ{index}: 1")} }}"),
            Lines(5_000, index => $"    S{index}: {{ typ: object, k{index}: 1 }}")),
        ["10000 unknown server variables"] = () => $"servers:\n- url: 'https://example.com/{
            string.Concat(Enumerable.Range(0, 10_000).Select(index => $"{{v{index}}}"))}'\n"
            + $"  variables: {{ {List(10_000, index => $"w{index}: {{ default: a }}")} }}\n" + Document(Operation(0, "{ type: object }")),
        ["20000 examples"] = () => Document($$"""
              /a:
                get:
                  operationId: a
                  responses:
                    '200':
                      description: ok
                      content:
                        application/json:
                          schema: { type: object, required: [a], properties: { a: { type: integer } } }
                          examples:
            {{Lines(20_000, index => $"                e{index}: {{ value: {{ a: {(index % 2 == 0 ? "1" : "x")} }} }}")}}
            """),
        ["20000 aliases and merge keys"] = () => "x-base: &base { a: 1, b: 2 }\nx-uses:\n"
            + Lines(20_000, index => $"  - &u{index} {{ <<: *base, c: {index} }}") + Document(Operation(0, "{ type: object }")),
        ["20000 tags and security schemes"] = () => "tags:\n" + Lines(20_000, index => $"  - {{ name: t{index} }}")
            + "security:\n" + Lines(20_000, index => $"  - {{ s{index}: [] }}")
            + Document(Operation(0, "{ type: object }")) + "  securitySchemes:\n"
            + Lines(20_000, index => $"    s{index}: {{ type: http, scheme: bearer }}"),
        ["one line of 20000000 characters"] = () =>
            Document(Operation(0, $"{{ type: object, description: {new string('x', 20_000_000)} }}")),
    };

    public static IEnumerable<string> Names => Documents.Keys;

    /// <summary>The text of the document, YAML.</summary>
    public static string Text(string name) => Documents[name]();

    /// <summary>Schemas of which each uses the next; an operation uses the first.</summary>
    private static string Schemas(int count, Func<int, string> schema, string last) => Document(
        Operation(0, "{ $ref: '#/components/schemas/S0' }"),
        Lines(count, index => $"    S{index}: {schema(index)}") + $"    S{count}: {last}\n");

    private static string Body(string schema) => Document(Operation(0, schema));

    private static string Document(string paths, string schemas = "    Unused: { type: object }\n") =>
        $"openapi: 3.1.0\ninfo: {{ title: T, version: '1' }}\npaths:\n{paths.TrimEnd()}\ncomponents:\n  schemas:\n{schemas}";

    private static string Operation(int index, string schema, string? path = null) => $$"""
          {{path ?? $"/a{index}"}}:
            post:
              operationId: o{{index}}
              requestBody: { required: true, content: { application/json: { schema: {{schema}} } } }
              responses:
                '200': { description: ok, content: { application/json: { schema: { type: object } } } }
                '422': { description: no }

        """;

    private static string Lines(int count, Func<int, string> line)
    {
        var text = new StringBuilder();
        for (var index = 0; index < count; index++)
        {
            text.Append(line(index)).Append('\n');
        }

        return text.ToString();
    }

    private static string List(int count, Func<int, string> item) =>
        string.Join(", ", Enumerable.Range(0, count).Select(index => string.Create(CultureInfo.InvariantCulture, $"{item(index)}")));
}
