using SocialContract.Contract.Schemas;
using SocialContract.JsonSchema.Compilation;
using SocialContract.JsonSchema.Dialects;

namespace SocialContract.JsonSchema.Tests.OpenApi;

public sealed class OpenApiDialectTests
{
    private static readonly SchemaSettings V30 = Settings(OpenApiDialects.V30);
    private static readonly SchemaSettings V31 = Settings(OpenApiDialects.V31);

    [Theory]
    [InlineData("""{"type":"string","nullable":true}""", "null", true)]
    [InlineData("""{"type":"string","nullable":true}""", "1", false)]
    [InlineData("""{"type":"string","nullable":false}""", "null", false)]
    [InlineData("""{"type":"string","nullable":true,"enum":["a"]}""", "null", false)]
    [InlineData("""{"type":"string","nullable":true,"enum":["a",null]}""", "null", true)]
    [InlineData("""{"nullable":false}""", "null", true)]
    [InlineData("""{"minimum":1,"exclusiveMinimum":true}""", "1", false)]
    [InlineData("""{"type":"integer"}""", "1.0", false)]
    [InlineData("""{"type":"integer","format":"int32"}""", "2147483648", false)]
    [InlineData("""{"const":1}""", "2", true)]
    [InlineData("""{"if":true,"then":false}""", "2", true)]
    [InlineData("""{"patternProperties":{"a":false}}""", """{"a":1}""", true)]
    [InlineData("""{"additionalProperties":false}""", """{"a":1}""", false)]
    [InlineData("""{"example":1,"xml":{},"externalDocs":{},"x-any":{"type":"null"},"deprecated":true}""", "2", true)]
    public void OpenApi_3_0_schemas_are_read_by_its_rules(string schema, string instance, bool valid) =>
        Schemas.Compile(schema, V30).Accepts(instance).ShouldBe(valid);

    [Theory]
    [InlineData("""{"type":["string","null"]}""", "the name of one type; null is added by 'nullable'")]
    [InlineData("""{"exclusiveMinimum":3}""", "a boolean, as this dialect has it")]
    [InlineData("""{"items":[{}]}""", "a schema")]
    [InlineData("""{"properties":{"a":true}}""", "a schema, an object, found true")]
    public void What_3_0_does_not_have_is_a_fault(string schema, string message) =>
        Schemas.Faults(schema, V30).ShouldHaveSingleItem().Message.ShouldContain(message);

    [Fact]
    public void In_3_0_the_siblings_of_a_reference_are_ignored_and_in_3_1_they_are_not()
    {
        const string Schema = """
            {"properties":{"a":{"$ref":"#/components/schemas/A","minLength":3}},
             "components":{"schemas":{"A":{"type":"string"}}}}
            """;

        Schemas.Compile(Schema, V30).Accepts("""{"a":"x"}""").ShouldBeTrue();
        Schemas.Compile(Schema, V31).Accepts("""{"a":"x"}""").ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{"a":1}""", true)]
    [InlineData("""{"b":1}""", false)]
    public void A_name_that_the_settings_exempt_is_not_required(string instance, bool valid)
    {
        var settings = V31 with { Exempt = location => name => location.Pointer == "/allOf/0" && name == "b" };

        Schemas.Compile("""{"allOf":[{"required":["a","b"]}]}""", settings).Accepts(instance).ShouldBe(valid);
    }

    [Theory]
    [InlineData("""{"kind":"Dog","bark":1,"name":1}""", 1)]
    [InlineData("""{"kind":"kitty","bark":"loud","name":1}""", 0)]
    public void The_alternative_that_the_discriminator_names_is_explained(string instance, int branch)
    {
        const string Schema = """
            {"oneOf":[{"$ref":"#/components/schemas/Cat"},{"$ref":"#/components/schemas/Dog"}],
             "discriminator":{"propertyName":"kind","mapping":{"kitty":"#/components/schemas/Cat"}},
             "components":{"schemas":{
               "Cat":{"type":"object","required":["lives"],"properties":{"name":{"type":"string"}}},
               "Dog":{"type":"object","properties":{"name":{"type":"string"},"bark":{"type":"string"}}}}}}
            """;

        foreach (var settings in new[] { V30, V31 })
        {
            var violation = Schemas.Compile(Schema, settings).Violations(instance).ShouldHaveSingleItem();
            violation.Causes.ShouldNotBeEmpty();
            violation.Causes.ShouldAllBe(cause => cause.EvaluationPath.StartsWith($"/oneOf/{branch}/"));
        }
    }

    [Theory]
    [InlineData("Cat", 0)]
    [InlineData("dog.json", 1)]
    [InlineData("Guinea pig", 2)]
    [InlineData("#/components/schemas/Guinea%20pig", 2)]
    [InlineData("#/components/schemas/a~1b", 3)]
    [InlineData("hen.json", 4)]
    [InlineData("./hen.json#", 4)]
    [InlineData("hen.json#/$defs/Chick", 5)]
    public void A_mapping_names_an_alternative_by_its_name_or_a_reference(string mapped, int branch)
    {
        var document = """
            {"oneOf":[
               {"$ref":"#/components/schemas/Cat"},{"$ref":"#/components/schemas/dog.json"},{"$ref":"#/components/schemas/Guinea%20pig"},
               {"$ref":"#/components/schemas/a~1b"},{"$ref":"hen.json"},{"$ref":"hen.json#/$defs/Chick"}],
             "discriminator":{"propertyName":"kind","mapping":{"key":"MAPPED"}},
             "components":{"schemas":{
               "Cat":{"required":["a"]},"dog.json":{"required":["a"]},"Guinea pig":{"required":["a"]},"a/b":{"required":["a"]}}}}
            """.Replace("MAPPED", mapped);
        var registry = new SchemaRegistry(V31);
        registry.Add(Schemas.Document, System.Text.Json.JsonDocument.Parse(document).RootElement);
        registry.Add(
            new Uri(Schemas.Document, "hen.json"),
            System.Text.Json.JsonDocument.Parse("""{"required":["a"],"$defs":{"Chick":{"required":["a"]}}}""").RootElement);
        var schema = registry.Compile(Schemas.Document).ShouldBeOfType<CompileResult.Compiled>().Schema;

        var violation = schema.Violations("""{"kind":"key"}""").ShouldHaveSingleItem();

        violation.Causes.ShouldHaveSingleItem().EvaluationPath.ShouldStartWith($"/oneOf/{branch}/");
    }

    [Fact]
    public void Identifiers_are_found_where_a_document_holds_schemas_and_not_in_its_examples()
    {
        const string Document = """
            {"openapi":"3.1.0","components":{
              "examples":{"e":{"value":{"schema":{"$id":"https://example.com/id","type":"null"}}}},
              "schemas":{"a":{"$ref":"https://example.com/id"},"b":{"$id":"https://example.com/id","type":"string"}}}}
            """;
        var registry = new SchemaRegistry(V31);
        registry.Add(Schemas.Document, System.Text.Json.JsonDocument.Parse(Document).RootElement);

        var schema = registry.Compile(new Uri(Schemas.Document, "#/components/schemas/a")).ShouldBeOfType<CompileResult.Compiled>().Schema;

        schema.Accepts("\"x\"").ShouldBeTrue();
        schema.Accepts("null").ShouldBeFalse();
    }

    private static SchemaSettings Settings(Dialect dialect) => new() { DefaultDialect = dialect, AssertFormats = true };
}
