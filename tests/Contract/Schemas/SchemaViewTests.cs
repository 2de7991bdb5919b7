using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Schemas;
using SocialContract.Contract.Tests.Reading;

namespace SocialContract.Contract.Tests.Schemas;

public sealed class SchemaViewTests
{
    private const string Tested = "/components/schemas/Tested";

    [Theory]
    [InlineData("3.0.4", null)]
    [InlineData("3.1.0", "minLength")]
    public void A_sibling_of_a_reference_counts_since_3_1(string version, string? counted)
    {
        var (view, schema) = Of(version, "{ $ref: '#/components/schemas/Other', minLength: 1 }");

        view.Keywords(schema).Select(entry => entry.Keyword.Name).LastOrDefault(name => name != "$ref").ShouldBe(counted);
        view.Keyword(schema, "minLength").HasValue.ShouldBe(counted is not null);
        view.Targets(schema).ShouldHaveSingleItem().Pointer.ShouldBe("/components/schemas/Other");
    }

    [Theory]
    [InlineData("http://json-schema.org/draft-04/schema#", """ "\u0069d": "https://contract.test/other" """)]
    [InlineData("http://json-schema.org/draft-07/schema#", """ "\u0024id": "https://contract.test/other" """)]
    [InlineData("http://json-schema.org/draft-07/schema#", """ "$i\u0064": "https://contract.test/other" """)]
    [InlineData("https://json-schema.org/draft/2020-12/schema", """ "$id": "https://contract.test/other" """)]
    public void An_identifier_is_found_in_each_spelling_that_the_evaluation_finds(string dialect, string identifier)
    {
        var api = Loading.Loaded(
            $$"""
            {
              "openapi": "3.1.0", "info": { "title": "T", "version": "1" }, "paths": {}, "jsonSchemaDialect": "{{dialect}}",
              "components": { "schemas": {
                "Tested": { "$ref": "https://contract.test/other" }, "Other": { {{identifier}}, "type": "string" } } }
            }
            """);

        api.View.Targets(api.Documents.Root.Member("components")!.Value.Member("schemas")!.Value.Member("Tested")!.Value)
            .ShouldHaveSingleItem().Pointer.ShouldBe("/components/schemas/Other");
    }

    [Theory]
    [InlineData("3.0.4", "type nullable", true)]
    [InlineData("3.1.0", "type const", false)]
    public void A_keyword_counts_in_the_versions_that_have_it(string version, string counted, bool allowsNull)
    {
        var (view, schema) = Of(version, "{ type: string, nullable: true, const: a }");

        string.Join(' ', view.Keywords(schema).Select(entry => entry.Keyword.Name)).ShouldBe(counted);
        view.Types(schema).ShouldBe(allowsNull ? ValueTypes.String | ValueTypes.Null : ValueTypes.String);
    }

    [Fact]
    public void Children_know_which_values_they_are_about()
    {
        var (view, schema) = Of(
            "3.1.0",
            "{ properties: { a/b: {} }, patternProperties: { ^x: {} }, prefixItems: [{}, {}], items: {}, contains: {}, not: {}, allOf: "
            + "[{}] }");

        view.Children(schema).Select(child => $"{child.Keyword.Name} {child.InstanceAt("/body")}").ShouldBe(
        [
            "properties /body/a~1b",
            "patternProperties /body/*",
            "prefixItems /body/0",
            "prefixItems /body/1",
            "items /body/*",
        ]);
    }

    [Fact]
    public void Conjuncts_hold_for_every_value_and_alternatives_for_some()
    {
        var (view, schema) = Of(
            "3.1.0",
            "{ $ref: '#/components/schemas/Other', oneOf: [{}], anyOf: [{}], allOf: [{}], if: {}, then: {}, not: {} }");

        view.Conjuncts(schema).Select(node => node.Pointer).ShouldBe(["/components/schemas/Other", "/components/schemas/Tested/allOf/0"]);
        view.Alternatives(schema)
            .Select(node => node.Pointer["/components/schemas/Tested".Length..])
            .ShouldBe(["/anyOf/0", "/oneOf/0", "/then"]);
    }

    [Fact]
    public void A_list_in_items_is_read_as_prefixItems_and_additionalItems_as_items()
    {
        var (view, schema) = Of(
            "3.1.0\njsonSchemaDialect: https://json-schema.org/draft/2019-09/schema",
            "{ items: [{}, {}], additionalItems: {}, prefixItems: [{}, {}, {}] }");

        view.Children(schema).Select(child => $"{child.Keyword.Name} {child.InstanceAt("/body")} {child.Node.Pointer[Tested.Length..]}")
            .ShouldBe(["prefixItems /body/0 /items/0", "prefixItems /body/1 /items/1", "items /body/* /additionalItems"]);
        view.PrefixLength(schema).ShouldBe(2);
        view.Element(schema, 2)!.Value.Pointer.ShouldBe($"{Tested}/additionalItems");
    }

    [Fact]
    public void AdditionalItems_has_no_effect_without_a_list_in_items()
    {
        var (view, schema) = Of("3.1.0", "{ items: {}, additionalItems: {} }");

        view.All(schema).Select(child => child.Node.Pointer).ShouldBe([$"{Tested}/items"]);
        view.Element(schema, 5)!.Value.Pointer.ShouldBe($"{Tested}/items");
    }

    [Theory]
    [InlineData("a", "/properties/a")]
    [InlineData("ab", "/properties/ab /patternProperties/^a.")]
    [InlineData("ac", "/patternProperties/^a.")]
    [InlineData("b", "/additionalProperties")]
    public void A_member_is_described_by_its_name_and_its_patterns_or_else_by_what_is_left(string name, string described)
    {
        var (view, schema) = Of(
            "3.1.0",
            "{ properties: { a: {}, ab: {} }, patternProperties: { '^a.': {} }, additionalProperties: {}, unevaluatedProperties: {} }");

        string.Join(' ', view.Member(schema, name).Select(node => node.Pointer[Tested.Length..])).ShouldBe(described);
    }

    [Fact]
    public void What_no_other_keyword_describes_is_left_to_the_unevaluated()
    {
        var (view, schema) = Of("3.1.0", "{ properties: { a: {} }, unevaluatedProperties: {}, prefixItems: [{}], unevaluatedItems: {} }");

        view.Member(schema, "b").Select(node => node.Pointer).ShouldBe([$"{Tested}/unevaluatedProperties"]);
        view.Element(schema, 1)!.Value.Pointer.ShouldBe($"{Tested}/unevaluatedItems");
    }

    [Fact]
    public void Consequences_apply_where_a_value_demands_it()
    {
        var (view, schema) = Of(
            "3.1.0",
            "{ allOf: [{}], if: {}, then: {}, else: {}, dependentSchemas: { a: {} }, dependencies: { b: {}, c: [d] } }");

        view.Consequences(schema).Select(node => node.Pointer[Tested.Length..])
            .ShouldBe(["/then", "/else", "/dependentSchemas/a", "/dependencies/b"]);
        view.Consequences(Of("3.1.0", "{ then: {} }").Schema).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2019-09", "a", "root")]
    [InlineData("2019-09", "b", "")]
    [InlineData("2019-09", "c", "root/$defs/d")]
    [InlineData("2020-12", "a", "")]
    [InlineData("2020-12", "b", "root/$defs/d")]
    [InlineData("2020-12", "c", "root/$defs/d root/$defs/d")]
    public void References_are_followed_where_the_dialect_has_them(string draft, string property, string targets)
    {
        var (view, schema) = Of(
            "3.1.0",
            $"{{ $id: 'https://contract.test/r', $schema: 'https://json-schema.org/draft/{draft}/schema', properties: {{ "
                + "a: { $recursiveRef: '#' }, b: { $dynamicRef: '#d' }, c: { $ref: '#/$defs/d', $dynamicRef: '#d' } }, "
                + "$defs: { d: { $dynamicAnchor: d, type: string } } }");

        string.Join(' ', view.Targets(schema.Member("properties")!.Value.Member(property)!.Value)
            .Select(target => target.Pointer.Replace(Tested, "root", StringComparison.Ordinal))).ShouldBe(targets);
    }

    [Fact]
    public void An_identifier_beside_a_reference_is_ignored_where_its_siblings_are()
    {
        var (view, schema) = Of(
            "3.1.0\njsonSchemaDialect: http://json-schema.org/draft-07/schema#",
            "{ $id: 'https://contract.test/r', $ref: '#/components/schemas/Other', minLength: 1 }");

        view.Targets(schema).ShouldHaveSingleItem().Pointer.ShouldBe("/components/schemas/Other");
        view.Keyword(schema, "minLength").ShouldBeNull();
    }

    [Theory]
    [InlineData("http://json-schema.org/draft-04/schema#", "id")]
    [InlineData("http://json-schema.org/draft-06/schema#", "$id")]
    [InlineData("http://json-schema.org/draft-07/schema#", "$id")]
    public void References_to_the_identifiers_of_older_drafts_are_found(string dialect, string id)
    {
        var api = Loading.Loaded($$"""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths: {}
            components:
              schemas:
                A:
                  {{id}}: https://contract.test/a
                  $schema: {{dialect}}
                  properties:
                    x: { $ref: b }
                    y: { $ref: '#/definitions/z' }
                    z: { $ref: '#named' }
                    w: { {{id}}: 'https://contract.test/other', $ref: b }
                  definitions: { z: { {{id}}: '#named', type: string } }
                B: { {{id}}: 'https://contract.test/b', $schema: '{{dialect}}', type: integer }
            """);
        var schemas = api.Documents.Root.Member("components")!.Value.Member("schemas")!.Value;

        api.Diagnostics.ShouldNotContain(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        schemas.Member("A")!.Value.Member("properties")!.Value.Members()
            .Select(property => api.View.Targets(property.Node).ShouldHaveSingleItem().Pointer["/components/schemas/".Length..])
            .ShouldBe(["B", "A/definitions/z", "A/definitions/z", "B"]);
    }

    private static (SchemaView View, DocumentNode Schema) Of(string version, string schema)
    {
        var api = Loading.Loaded($$"""
            openapi: {{version}}
            info: { title: T, version: '1' }
            paths: {}
            components:
              schemas:
                Tested: {{schema}}
                Other: { type: string }
            """);
        return (api.View, api.Documents.Root.Member("components")!.Value.Member("schemas")!.Value.Member("Tested")!.Value);
    }
}
