using System.Text;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Reading;
using SocialContract.Contract.Schemas;
using SocialContract.JsonSchema;

namespace SocialContract.Contract.Tests.Reading;

/// <summary>Identifiers count where the dialect in force has them, and nowhere else.</summary>
public sealed class SchemaIdentifierTests
{
    private const string Named = "$id: 'https://contract.test/named', $anchor: named, type: integer";

    [Theory]
    [InlineData("default")]
    [InlineData("const")]
    [InlineData("example")]
    [InlineData("x-schema")]
    public void An_identifier_in_a_value_is_data(string keyword)
    {
        Load("https://contract.test/named", $"{{ {keyword}: {{ {Named} }} }}").ShouldBe([DiagnosticCodes.ReferenceRemote]);
        Load("#named", $"{{ {keyword}: {{ {Named} }} }}").ShouldBe([DiagnosticCodes.ReferenceDangling]);
    }

    [Theory]
    [InlineData("enum")]
    [InlineData("examples")]
    public void An_identifier_in_a_list_of_values_is_data(string keyword)
    {
        Load("https://contract.test/named", $"{{ {keyword}: [{{ {Named} }}] }}").ShouldBe([DiagnosticCodes.ReferenceRemote]);
        Load("#named", $"{{ {keyword}: [{{ {Named} }}] }}").ShouldBe([DiagnosticCodes.ReferenceDangling]);
    }

    [Fact]
    public void An_identifier_around_a_reference_that_is_data_does_not_change_its_base() =>
        Load(
            "#/components/schemas/Whole/properties/a",
            "{ default: { $id: 'https://contract.test/n' }, properties: { a: { type: string } } }")
            .ShouldBeEmpty();

    [Theory]
    [InlineData("properties: { a: { SCHEMA } }")]
    [InlineData("properties: { $id: { SCHEMA } }")]
    [InlineData("properties: { default: { SCHEMA } }")]
    [InlineData("patternProperties: { a~/b: { SCHEMA } }")]
    [InlineData("prefixItems: [{ SCHEMA }]")]
    [InlineData("$defs: { a: { not: { SCHEMA } } }")]
    public void An_identifier_of_a_subschema_is_found(string whole)
    {
        var schema = $"{{ {whole.Replace("SCHEMA", Named, StringComparison.Ordinal)} }}";

        Load("https://contract.test/named", schema).ShouldBeEmpty();
        Load("https://contract.test/named#named", schema).ShouldBeEmpty();
    }

    [Fact]
    public void An_identifier_whose_keyword_is_written_with_an_escape_is_found()
    {
        const string Json = """
            {
              "openapi": "3.1.0", "info": {"title": "T", "version": "1"},
              "paths": {"/a": {"get": {
                "parameters": [{"name": "a", "in": "query", "schema": {"$ref": "https://contract.test/named"}}],
                "responses": {"200": {"description": "A"}}}}},
              "components": {"schemas": {"Whole": {"\u0024id": "https://contract.test/named", "type": "integer"}}}
            }
            """;

        var api = ContractLoader.LoadText(Json, "openapi.json").ShouldBeOfType<LoadResult.Loaded>().Api;

        api.Diagnostics.ShouldBeEmpty();
        api.Rules.Requests(api.Operations[0]).Select(use => use.Rule.Id).ShouldBe(["Whole/type"]);
    }

    [Fact]
    public void OpenApi_3_0_has_no_identifiers()
    {
        Load("https://contract.test/named", $"{{ {Named} }}", "3.0.4").ShouldContain(DiagnosticCodes.ReferenceRemote);
        Load("#named", $"{{ {Named} }}", "3.0.4").ShouldContain(DiagnosticCodes.ReferenceDangling);
    }

    [Fact]
    public void In_OpenApi_3_0_a_file_beside_an_identifier_is_read()
    {
        var files = new Dictionary<string, string>
        {
            ["openapi.yaml"] = Document(
                "#/components/schemas/Whole", "{ $id: 'https://contract.test/n/', properties: { a: { $ref: 'b.yaml#/B' } } }", "3.0.4"),
            ["b.yaml"] = "B: { type: integer }",
        };

        var api = ContractLoader.LoadText(files["openapi.yaml"], "openapi.yaml", new() { Open = path => Read(files, path) })
            .ShouldBeOfType<LoadResult.Loaded>().Api;

        var schema = api.Operations[0].Parameters[0].Schema!.Compiled(MessageDirection.Request)
            .ShouldBeOfType<CompileResult.Compiled>().Schema;
        schema.IsValid("""{"a": 1}"""u8.ToArray()).ShouldBeTrue();
        schema.IsValid("""{"a": true}"""u8.ToArray()).ShouldBeFalse();
    }

    [Theory]
    [InlineData("http://json-schema.org/draft-07/schema#", "#named", "{ $anchor: named }")]
    [InlineData("http://json-schema.org/draft-04/schema#", "https://contract.test/named", "{ $id: 'https://contract.test/named' }")]
    [InlineData("https://json-schema.org/draft/2019-09/schema", "#named", "{ $dynamicAnchor: named }")]
    public void A_keyword_that_the_dialect_does_not_have_identifies_nothing(string dialect, string reference, string schema) =>
        Load(reference, schema, $"3.1.0\njsonSchemaDialect: {dialect}").ShouldHaveSingleItem();

    [Theory]
    [InlineData("http://json-schema.org/draft-07/schema#", "#named", "{ $id: '#named' }")]
    [InlineData("http://json-schema.org/draft-04/schema#", "https://contract.test/named", "{ id: 'https://contract.test/named' }")]
    [InlineData("https://json-schema.org/draft/2019-09/schema", "#named", "{ $anchor: named }")]
    public void A_keyword_that_the_dialect_has_identifies(string dialect, string reference, string schema) =>
        Load(reference, schema, $"3.1.0\njsonSchemaDialect: {dialect}").ShouldBeEmpty();

    [Theory]
    [InlineData("#/components/schemas/Whole/properties/a~1b~0c/$defs/T")]
    [InlineData("#/components/schemas/Whole/properties/a%7E1b%7e0c/%24defs/T")]
    [InlineData("https://contract.test/n#/$defs/T")]
    public void A_schema_in_an_identified_one_is_found_by_each_spelling_of_its_pointer(string reference) =>
        Load(
            reference,
            "{ properties: { 'a/b~c': { $id: 'https://contract.test/n', $ref: '#/$defs/T', $defs: { T: { type: string } } } } }")
            .ShouldBeEmpty();

    [Theory]
    [InlineData("a~b")]
    [InlineData("a~2b")]
    [InlineData("a~")]
    public void A_pointer_with_a_tilde_that_escapes_nothing_leads_nowhere(string name) =>
        Load($"#/components/schemas/Whole/properties/{name}", $"{{ properties: {{ '{name}': {{ type: string }} }} }}")
            .ShouldBe([DiagnosticCodes.ReferenceDangling]);

    private static IEnumerable<string> Load(string reference, string whole, string version = "3.1.0") =>
        ContractLoader.LoadText(Document(reference, whole, version), "openapi.yaml").ShouldBeOfType<LoadResult.Loaded>().Api
            .Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.Code);

    private static string Document(string reference, string whole, string version) => $$"""
        openapi: {{version}}
        info: { title: T, version: '1' }
        paths:
          /a:
            get:
              parameters: [{ name: a, in: query, schema: { $ref: '{{reference}}' } }]
              responses: { '200': { description: A } }
        components: { schemas: { Whole: {{whole}} } }
        """;

    private static byte[] Read(Dictionary<string, string> files, string path) =>
        files.TryGetValue(Path.GetRelativePath(".", path), out var text)
            ? Encoding.UTF8.GetBytes(text)
            : throw new FileNotFoundException(path);
}
