using SocialContract.JsonSchema.Compilation;

namespace SocialContract.JsonSchema.Tests.Compilation;

public sealed class FaultTests
{
    [Theory]
    [InlineData("""{"type":"obj"}""", "/type", "found \"obj\"")]
    [InlineData("""{"type":[]}""", "/type", "found []")]
    [InlineData("""{"minLength":-1}""", "/minLength", "non-negative integer, found -1")]
    [InlineData("""{"minLength":1.5}""", "/minLength", "non-negative integer, found 1.5")]
    [InlineData("""{"maximum":"3"}""", "/maximum", "a number, found \"3\"")]
    [InlineData("""{"multipleOf":0}""", "/multipleOf", "above 0")]
    [InlineData("""{"required":true}""", "/required", "draft 3")]
    [InlineData("""{"required":["a",1]}""", "/required", "array of names")]
    [InlineData("""{"pattern":"(a"}""", "/pattern", "'(' without ')'")]
    [InlineData("""{"patternProperties":{"[":true}}""", "/patternProperties", "'[' without ']'")]
    [InlineData("""{"properties":[]}""", "/properties", "object whose members are schemas")]
    [InlineData("""{"properties":{"a":1}}""", "/properties/a", "an object or a boolean, found 1")]
    [InlineData("""{"allOf":[]}""", "/allOf", "one or more schemas")]
    [InlineData("""{"items":[true]}""", "/items", "prefixItems")]
    [InlineData("""{"enum":"a"}""", "/enum", "array of values")]
    [InlineData("""{"uniqueItems":1}""", "/uniqueItems", "a boolean")]
    [InlineData("""{"format":1}""", "/format", "name of a format")]
    [InlineData("""{"dependentRequired":{"a":"b"}}""", "/dependentRequired", "arrays of names")]
    [InlineData("""{"$ref":"#/$defs/none"}""", "/$ref", "has nothing at '/$defs/none'")]
    [InlineData("""{"$ref":"#none"}""", "/$ref", "no anchor 'none'")]
    [InlineData(
        """{"$ref":"https://example.org/other.json"}""", "/$ref", "no document or $id 'https://example.org/other.json' is registered")]
    [InlineData("""{"$ref":7}""", "/$ref", "URI reference")]
    [InlineData("""{"$ref":"#"}""", "/$ref", "found a cycle")]
    [InlineData(
        """{"allOf":[{"$ref":"#/$defs/a"}],"$defs":{"a":{"anyOf":[{"$ref":"#/$defs/b"}]},"b":{"not":{"$ref":"#/$defs/a"}}}}""",
        "/$defs/b/not/$ref",
        "found a cycle")]
    [InlineData(
        """{"$schema":"https://example.org/dialect"}""", "/$schema", "'https://example.org/dialect' that $schema names is not supported")]
    [InlineData("""{"$schema":"http://json-schema.org/draft-03/schema#"}""", "/$schema", "is not supported")]
    [InlineData("""{"type":"string","type":"null"}""", "", "'type' a second time")]
    [InlineData("7", "", "a schema, an object or a boolean, found 7")]
    public void A_faulty_schema_is_refused_where_its_fault_is(string schema, string pointer, string message)
    {
        var fault = Schemas.Faults(schema).ShouldHaveSingleItem();

        fault.Location.Document.ShouldBe(Schemas.Document);
        fault.Location.Pointer.ShouldStartWith(pointer);
        fault.Message.ShouldContain(message);
    }

    [Fact]
    public void All_faults_of_all_reachable_schemas_are_listed()
    {
        var faults = Schemas.Faults(
            """
            {"type":"obj","minLength":-1,"properties":{"a":{"$ref":"#/$defs/a"}},
             "$defs":{"a":{"pattern":"["},"unreached":{"type":"nope"}}}
            """);

        faults.Select(fault => fault.Location.Pointer).ShouldBe(["/type", "/minLength", "/$defs/a/pattern"], ignoreOrder: true);
    }

    [Fact]
    public void A_chain_of_references_too_long_for_a_stack_is_a_fault()
    {
        var links = Enumerable.Range(0, 2000).Select(number => $"\"d{number}\":{{\"$ref\":\"#/$defs/d{number + 1}\"}}");

        var faults = Schemas.Faults($$$"""{"$ref":"#/$defs/d0","$defs":{{{{string.Join(',', links)}}},"d2000":true}}""");

        faults.ShouldNotBeEmpty();
        faults.ShouldAllBe(fault => fault.Message.Contains("at most 500 schemas"));
    }

    [Fact]
    public void A_location_that_does_not_exist_is_a_fault()
    {
        var registry = new SchemaRegistry(SchemaSettings.Default);

        var failed = registry.Compile(new Uri("https://example.com/none.json#/a")).ShouldBeOfType<CompileResult.Failed>();

        failed.Faults.ShouldHaveSingleItem().Message.ShouldContain("Register the document");
    }

    [Fact]
    public void A_schema_that_failed_because_a_document_was_missing_compiles_once_it_is_added()
    {
        var registry = new SchemaRegistry(SchemaSettings.Default);
        registry.Add(Schemas.Document, System.Text.Json.JsonDocument.Parse("""{"$ref":"other.json"}""").RootElement);
        registry.Compile(Schemas.Document).ShouldBeOfType<CompileResult.Failed>();

        registry.Add(new Uri("https://example.com/other.json"), System.Text.Json.JsonDocument.Parse("""{"type":"null"}""").RootElement);

        registry.Compile(Schemas.Document).ShouldBeOfType<CompileResult.Compiled>().Schema.Accepts("1").ShouldBeFalse();
    }

    [Fact]
    public void A_schema_is_compiled_once()
    {
        var registry = new SchemaRegistry(SchemaSettings.Default);
        registry.Add(Schemas.Document, System.Text.Json.JsonDocument.Parse("{}").RootElement);

        registry.Compile(Schemas.Document).ShouldBeSameAs(registry.Compile(Schemas.Document));
    }
}
