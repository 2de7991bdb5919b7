using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Schemas;
using SocialContract.Contract.Tests.Reading;

namespace SocialContract.Contract.Tests.Schemas;

public sealed class SchemaViewTests
{
    [Theory]
    [InlineData("3.0.4", null)]
    [InlineData("3.1.0", "minLength")]
    public void What_stands_beside_a_reference_counts_since_3_1(string version, string? counted)
    {
        var (view, schema) = Of(version, "{ $ref: '#/components/schemas/Other', minLength: 1 }");

        view.Keywords(schema).Select(entry => entry.Keyword.Name).LastOrDefault(name => name != "$ref").ShouldBe(counted);
        view.Keyword(schema, "minLength").HasValue.ShouldBe(counted is not null);
        view.Target(schema)!.Value.Pointer.ShouldBe("/components/schemas/Other");
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
            "{ properties: { a/b: {} }, patternProperties: { ^x: {} }, prefixItems: [{}, {}], items: {}, contains: {}, not: {}, allOf: [{}] }");

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
        view.Alternatives(schema).Select(node => node.Pointer["/components/schemas/Tested".Length..]).ShouldBe(["/anyOf/0", "/oneOf/0", "/then"]);
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
