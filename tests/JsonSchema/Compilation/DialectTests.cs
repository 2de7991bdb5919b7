using SocialContract.JsonSchema.Compilation;
using SocialContract.JsonSchema.Dialects;

namespace SocialContract.JsonSchema.Tests.Compilation;

public sealed class DialectTests
{
    [Fact]
    public void A_dialect_can_be_derived_with_keywords_added_and_removed()
    {
        var dialect = Dialect.Draft202012.As(new Uri("https://example.com/dialect"))
            .Without("const")
            .With(Dialect.Draft4["exclusiveMinimum"], Dialect.Draft4["minimum"]);
        var settings = new SchemaSettings { Dialects = [dialect] };

        var schema = Schemas.Compile(
            """{"$schema":"https://example.com/dialect","const":1,"minimum":2,"exclusiveMinimum":true}""", settings);

        schema.Accepts("3").ShouldBeTrue();
        schema.Accepts("2").ShouldBeFalse();
    }

    [Theory]
    [InlineData("http://json-schema.org/draft-04/schema#", """{"minimum":1,"exclusiveMinimum":true}""", "1", false)]
    [InlineData("http://json-schema.org/draft-04/schema#", """{"type":"integer"}""", "1.0", false)]
    [InlineData("http://json-schema.org/draft-06/schema#", """{"exclusiveMinimum":1}""", "1", false)]
    [InlineData("http://json-schema.org/draft-06/schema#", """{"if":true,"then":false}""", "1", true)]
    [InlineData("http://json-schema.org/draft-07/schema#", """{"if":true,"then":false}""", "1", false)]
    [InlineData("http://json-schema.org/draft-07/schema", """{"dependentRequired":{"a":["b"]}}""", """{"a":1}""", true)]
    [InlineData(
        "https://json-schema.org/draft/2019-09/schema", """{"items":[{"type":"null"}],"additionalItems":false}""", "[null,1]", false)]
    [InlineData("https://json-schema.org/draft/2019-09/schema", """{"contains":{"const":1},"unevaluatedItems":false}""", "[1]", false)]
    [InlineData("https://json-schema.org/draft/2020-12/schema", """{"contains":{"const":1},"unevaluatedItems":false}""", "[1]", true)]
    [InlineData("https://json-schema.org/draft/2020-12/schema", """{"type":"integer"}""", "1.0", true)]
    public void Each_draft_is_read_by_its_own_rules(string draft, string keywords, string instance, bool valid)
    {
        var schema = Schemas.Compile($$"""{"$schema":"{{draft}}",{{keywords[1..]}}""");

        schema.Accepts(instance).ShouldBe(valid);
    }

    [Fact]
    public void A_recursive_reference_of_2019_09_finds_the_outermost_schema()
    {
        var registry = new SchemaRegistry(SchemaSettings.Default);
        registry.Add(new Uri("https://example.com/tree"), Json(
            """
            {"$schema":"https://json-schema.org/draft/2019-09/schema","$id":"https://example.com/tree","$recursiveAnchor":true,
             "type":"object","properties":{"data":true,"children":{"type":"array","items":{"$recursiveRef":"#"}}}}
            """));
        registry.Add(new Uri("https://example.com/strict"), Json(
            """
            {"$schema":"https://json-schema.org/draft/2019-09/schema","$id":"https://example.com/strict","$recursiveAnchor":true,
             "$ref":"tree","unevaluatedProperties":false}
            """));

        var strict = registry.Compile(new Uri("https://example.com/strict")).ShouldBeOfType<CompileResult.Compiled>().Schema;
        var lenient = registry.Compile(new Uri("https://example.com/tree")).ShouldBeOfType<CompileResult.Compiled>().Schema;

        strict.Accepts("""{"children":[{"daat":1}]}""").ShouldBeFalse();
        lenient.Accepts("""{"children":[{"daat":1}]}""").ShouldBeTrue();
    }

    [Theory]
    [InlineData("https://json-schema.org/draft/2020-12/schema")]
    [InlineData("https://json-schema.org/draft/2019-09/schema")]
    [InlineData("http://json-schema.org/draft-07/schema#")]
    [InlineData("http://json-schema.org/draft-06/schema#")]
    [InlineData("http://json-schema.org/draft-04/schema#")]
    public void Each_meta_schema_is_available_and_refuses_a_faulty_schema(string uri)
    {
        var metaSchema = Schemas.Compile($$"""{"$schema":"{{uri}}","$ref":"{{uri}}"}""");

        metaSchema.Accepts("""{"type":"string","minLength":1}""").ShouldBeTrue();
        metaSchema.Accepts("""{"type":"strin"}""").ShouldBeFalse();
        metaSchema.Accepts("""{"properties":{"a":{"minLength":-1}}}""").ShouldBeFalse();
    }

    private static System.Text.Json.JsonElement Json(string text) => System.Text.Json.JsonDocument.Parse(text).RootElement;
}
