using System.Text.Json;
using SocialContract.JsonSchema.Compilation;
using SocialContract.JsonSchema.Dialects;

namespace SocialContract.JsonSchema.Tests.Compilation;

/// <summary>The dialect and the references of a place follow from the documents alone, not from what was looked up before.</summary>
public sealed class ResourceTests
{
    private static readonly Uri File = new("https://example.org/file.json");

    private static readonly Dialect Container = Dialect.Draft202012.WithLayout(
        new(["schema"], ["schemas"], ["example"], "x-"));

    [Theory]
    [InlineData("/schemas/plain", "https://json-schema.org/draft/2020-12/schema")]
    [InlineData("/schemas/old", "http://json-schema.org/draft-07/schema#")]
    [InlineData("/schemas/old/properties/a", "http://json-schema.org/draft-07/schema#")]
    [InlineData("/schemas/plain/properties/named", "https://json-schema.org/draft/2020-12/schema")]
    [InlineData("/elsewhere/oldest/items", "http://json-schema.org/draft-04/schema#")]
    [InlineData("/nothing", "https://json-schema.org/draft/2020-12/schema")]
    public void A_schema_has_the_dialect_of_its_resource(string pointer, string dialect) =>
        Registry().DialectAt(new(File, pointer)).Id.OriginalString.ShouldBe(dialect);

    [Theory]
    [InlineData("/schemas/plain", "#/schemas/old", "/schemas/old")]
    [InlineData("/schemas/old/properties/a", "#", "/schemas/old")]
    [InlineData("/schemas/old/properties/a", "#/properties/b", "/schemas/old/properties/b")]
    [InlineData("/schemas/plain", "https://example.org/old", "/schemas/old")]
    [InlineData("/schemas/plain", "old#start", "/schemas/old/properties/b")]
    [InlineData("/elsewhere/oldest/items", "#", "/elsewhere/oldest")]
    [InlineData("/schemas/plain", "other", null)]
    public void A_reference_is_resolved_against_the_base_URI_of_the_schema(string pointer, string reference, string? target) =>
        Registry().Resolve(new(File, pointer), reference)?.Pointer.ShouldBe(target);

    [Fact]
    public void A_schema_of_draft_4_is_identified_by_id_in_a_document_of_another_dialect()
    {
        var registry = new SchemaRegistry(new SchemaSettings { DefaultDialect = Container });
        registry.Add(File, JsonElement.Parse(
            """{ "schemas": { "a": { "id": "a", "$schema": "http://json-schema.org/draft-04/schema#", "items": {} } } }"""));

        registry.DialectAt(new(File, "/schemas/a/items")).ShouldBe(Dialect.Draft4);
        registry.Resolve(new(File, "/schemas/a/items"), "#")!.Pointer.ShouldBe("/schemas/a");
    }

    [Fact]
    public void A_file_of_a_dialect_with_a_layout_may_be_a_schema()
    {
        var registry = new SchemaRegistry(new SchemaSettings { DefaultDialect = Container });
        registry.Add(File, JsonElement.Parse("""{ "properties": { "a": { "$id": "inner", "items": { "type": "integer" } } } }"""));
        registry.Add(new Uri("https://example.org/user.json"), JsonElement.Parse("""{ "$ref": "inner#/items" }"""));

        registry.Resolve(new(new Uri("https://example.org/user.json"), ""), "inner#/items")!.Pointer.ShouldBe("/properties/a/items");
    }

    private static SchemaRegistry Registry()
    {
        var registry = new SchemaRegistry(new SchemaSettings { DefaultDialect = Container });
        registry.Add(File, JsonElement.Parse(
            """
            {
              "schemas": {
                "plain": { "properties": { "named": { "$schema": "http://json-schema.org/draft-07/schema#" } } },
                "old": {
                  "$id": "old", "$schema": "http://json-schema.org/draft-07/schema#",
                  "properties": { "a": {}, "b": { "$id": "#start" } }
                }
              },
              "elsewhere": {
                "oldest": { "id": "oldest", "$schema": "http://json-schema.org/draft-04/schema#", "items": { "type": "integer" } }
              }
            }
            """));
        return registry;
    }
}
