using SocialContract.Contract.Keywords;
using SocialContract.Contract.Reading;
using SocialContract.Contract.Validation.Decoding;

namespace SocialContract.Contract.Validation.Tests.Decoding;

public sealed class ValueShapeTests
{
    [Theory]
    [InlineData("allOf")]
    [InlineData("anyOf")]
    [InlineData("oneOf")]
    public void Diamonds_are_read_once(string keyword)
    {
        var levels = string.Join('\n', Enumerable.Range(0, 40).Select(i =>
            $"    L{i}: "
                + $"{{ {keyword}: [{{ $ref: '#/components/schemas/L{i + 1}' }}, "
                + $"{{ minimum: 1, $ref: '#/components/schemas/L{i + 1}' }}] }}"));

        var shape = Shape(
            "L0",
            $"{levels}\n    L40: "
                + $"{{ type: object, properties: {{ a: {{ type: integer, enum: [1] }} }}, additionalProperties: {{ type: boolean }} }}");

        shape.Types.ShouldBe(ValueTypes.Object);
        shape.Property("a").Types.ShouldBe(ValueTypes.Integer);
        for (var i = 0; i < 1000; i++)
        {
            shape.Property($"other{i}").Types.ShouldBe(ValueTypes.Boolean);
        }
    }

    [Theory]
    [InlineData("{ $ref: '#/components/schemas/S' }")]
    [InlineData("{ type: object, allOf: [{ $ref: '#/components/schemas/S' }] }")]
    [InlineData("{ anyOf: [{ $ref: '#/components/schemas/S' }, { type: object }] }")]
    public void Circles_end(string schema) => Shape("S", $"    S: {schema}").Allows(ValueTypes.Object).ShouldBeTrue();

    [Theory]
    [InlineData("application/json", false)]
    [InlineData("'application/problem+json; charset=utf-8'", false)]
    [InlineData("application/jsonlines", true)]
    [InlineData("application/json-seq", true)]
    [InlineData("image/png", true)]
    public void Text_of_a_media_type_other_than_JSON_is_a_file(string mediaType, bool isBinary) =>
        Shape("S", $"    S: {{ type: string, contentMediaType: {mediaType} }}").IsBinary.ShouldBe(isBinary);

    [Fact]
    public void A_long_chain_of_references_ends()
    {
        var chain = string.Join('\n', Enumerable.Range(0, 5000).Select(i => $"    L{i}: {{ $ref: '#/components/schemas/L{i + 1}' }}"));

        Shape("L0", $"{chain}\n    L5000: {{ type: integer }}").Types.ShouldBe(ValueTypes.Any);
        Shape("L4990", $"{chain}\n    L5000: {{ type: integer }}").Types.ShouldBe(ValueTypes.Integer);
    }

    [Theory]
    [InlineData("{ type: [string, 'null'] }", ValueTypes.String | ValueTypes.Null)]
    [InlineData("{ type: number }", ValueTypes.Fraction | ValueTypes.Integer)]
    [InlineData("{ enum: [a, 1, null] }", ValueTypes.String | ValueTypes.Fraction | ValueTypes.Integer | ValueTypes.Null)]
    [InlineData("{ allOf: [{ type: [string, integer] }, { type: [integer, boolean] }] }", ValueTypes.Integer)]
    [InlineData("{ anyOf: [{ type: string }, { type: array }] }", ValueTypes.String | ValueTypes.Array)]
    [InlineData("{ type: string, oneOf: [{ minLength: 1 }, { maxLength: 5 }] }", ValueTypes.String)]
    [InlineData("{ properties: { a: {} } }", ValueTypes.Object)]
    [InlineData("{ items: {} }", ValueTypes.Array)]
    [InlineData("{ required: [a] }", ValueTypes.Object)]
    [InlineData("{ minProperties: 1 }", ValueTypes.Object)]
    [InlineData("{ additionalProperties: { type: integer } }", ValueTypes.Object)]
    [InlineData("{ unevaluatedProperties: false }", ValueTypes.Object)]
    [InlineData("{ propertyNames: { maxLength: 3 } }", ValueTypes.Object)]
    [InlineData("{ uniqueItems: true }", ValueTypes.Array)]
    [InlineData("{ contains: { const: 1 } }", ValueTypes.Array)]
    [InlineData("{ maxItems: 2, minimum: 1 }", ValueTypes.Array)]
    [InlineData("{ maxItems: 2, maxProperties: 1 }", ValueTypes.Object)]
    [InlineData("{ type: string, maxItems: 2 }", ValueTypes.String)]
    [InlineData("{ enum: [a], maxItems: 2 }", ValueTypes.String)]
    [InlineData("{ minimum: 1 }", ValueTypes.Any)]
    [InlineData("{ maxLength: 2, format: int32 }", ValueTypes.Any)]
    [InlineData("{}", ValueTypes.Any)]
    [InlineData("true", ValueTypes.Any)]
    public void Types_come_from_every_keyword_that_restricts_them(string schema, object expected) =>
        Shape("S", $"    S: {schema}").Types.ShouldBe((ValueTypes)expected);

    [Fact]
    public void Names_come_from_all_branches_in_document_order() =>
        Shape("S", "    S: { properties: { a: {} }, allOf: [{ properties: { b: {}, a: {} } }], oneOf: [{ properties: { c: {} } }] }")
            .PropertyNames.ShouldBe(["a", "b", "c"]);

    [Theory]
    [InlineData("openapi: 3.0.3", ValueTypes.String)]
    [InlineData("openapi: 3.1.0", ValueTypes.Integer)]
    public void Keywords_count_only_in_the_versions_that_have_them(string version, object first)
    {
        var contract = ContractLoader.LoadText(
            $"{version}\ninfo: {{ title: T, version: '1' }}\npaths: {{}}\ncomponents: {{ schemas: {{ S: "
                + "{ type: array, prefixItems: [{ type: integer }], items: { type: string } } } }\n",
            "openapi.yaml").ShouldBeOfType<LoadResult.Loaded>().Api;
        var node = contract.Documents.Root.Member("components")!.Value.Member("schemas")!.Value.Member("S")!.Value;

        new ShapeReader(contract.View).Read(node).Item(0).Types.ShouldBe((ValueTypes)first);
    }

    [Theory]
    [InlineData("patternProperties: { ^n: { type: integer } }")]
    [InlineData("if: { required: [kind] }, then: { properties: { n: { type: integer } } }")]
    [InlineData("if: { required: [kind] }, else: { properties: { n: { type: integer } } }")]
    [InlineData("dependentSchemas: { kind: { properties: { n: { type: integer } } } }")]
    [InlineData("dependencies: { kind: { properties: { n: { type: integer } } } }")]
    [InlineData("unevaluatedProperties: { type: integer }")]
    [InlineData("properties: { n: {} }, patternProperties: { ^n: { type: integer } }")]
    [InlineData("allOf: [{ if: true, then: { patternProperties: { ^n: { type: integer } } } }]")]
    public void A_member_has_the_shape_of_every_schema_that_describes_it(string schema)
    {
        var shape = Shape("S", $"    S: {{ type: object, {schema} }}");

        shape.Property("n").AllowsAnyText.ShouldBeFalse();
        shape.Property("n").Allows(ValueTypes.Number).ShouldBeTrue();
        shape.Types.ShouldBe(ValueTypes.Object);
    }

    [Fact]
    public void What_a_condition_demands_of_objects_says_nothing_of_texts() =>
        Shape("S", "    S: { type: [string, object], if: { type: object }, then: { properties: { a: {} } } }").AllowsAnyText.ShouldBeTrue();

    private static ValueShape Shape(string name, string schemas)
    {
        var contract = Api.Of($"paths: {{}}\ncomponents:\n  schemas:\n{schemas}\n").Contract;
        var node = contract.Documents.Root.Member("components")!.Value.Member("schemas")!.Value.Member(name)!.Value;
        return new ShapeReader(contract.View).Read(node);
    }
}
