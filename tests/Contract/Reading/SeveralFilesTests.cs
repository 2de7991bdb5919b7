using System.Text;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Reading;
using SocialContract.Contract.Schemas;
using SocialContract.JsonSchema;

namespace SocialContract.Contract.Tests.Reading;

/// <summary>Documents of several files, joined by references.</summary>
public sealed class SeveralFilesTests
{
    private const string Entry = """
        openapi: 3.1.0
        info: { title: T, version: '1' }
        paths:
          /pets: { $ref: 'paths/pets.yaml' }
          /two words: { $ref: 'paths/two%20words.json#/paths/~1two%20words' }
        components:
          schemas: { Id: { type: integer } }
        """;

    private static readonly Dictionary<string, string> Files = new()
    {
        ["openapi.yaml"] = Entry,
        ["paths/pets.yaml"] = """
            parameters: [{ $ref: '../common.yaml#/parameters/Limit' }]
            get:
              operationId: listPets
              responses:
                '200':
                  description: Pets
                  content: { application/json: { schema: { $ref: '../schemas/Pet.json' } } }
            """,
        ["paths/two words.json"] =
            """{"paths": {"/two words": {"get": {"responses": {"200": {"$ref": "../common.yaml#/responses/Fine"}}}}}}""",
        ["common.yaml"] = """
            parameters: { Limit: { name: limit, in: query, schema: { $ref: 'openapi.yaml#/components/schemas/Id' } } }
            responses: { Fine: { description: Fine } }
            """,
        ["schemas/Pet.json"] =
            """{"type": "object", "properties": {"id": {"$ref": "../openapi.yaml#/components/schemas/Id"}, "friend": {"$ref": "#"}}}""",
    };

    [Fact]
    public void Files_are_found_through_references_each_once() =>
        Load(Files).Documents.Files.Select(file => file.DisplayPath.Replace('\\', '/'))
            .ShouldBe(["openapi.yaml", "paths/pets.yaml", "paths/two words.json", "common.yaml", "schemas/Pet.json"], ignoreOrder: true);

    [Fact]
    public void Operations_parameters_and_responses_come_from_other_files()
    {
        var api = Load(Files);

        api.Diagnostics.ShouldBeEmpty();
        api.Operations.Select(operation => operation.Id).ShouldBe(["listPets", "GET /two words"]);
        api.Operations[0].Parameters.ShouldHaveSingleItem().Name.ShouldBe("limit");
        api.Operations[1].Responses[0].Description.ShouldBe("Fine");
        api.Operations[0].Parameters[0].Node.Position.ToString().ShouldBe("common.yaml:1:22");
    }

    [Fact]
    public void Schemas_compile_across_files()
    {
        var api = Load(Files);

        var schema = api.Operations[0].Responses[0].Content[0].Schema!.Compiled(MessageDirection.Response)
            .ShouldBeOfType<CompileResult.Compiled>()
            .Schema;

        schema.IsValid("""{"id": 1, "friend": {"id": 2}}"""u8.ToArray()).ShouldBeTrue();
        schema.IsValid("""{"id": 1, "friend": {"id": "2"}}"""u8.ToArray()).ShouldBeFalse();
    }

    [Fact]
    public void A_rule_in_another_file_is_named_by_its_file()
    {
        var api = Load(Files);

        api.Rules.Responses(api.Operations[0]).Select(use => use.Rule.Id).ShouldBe(
            ["listPets/status", "listPets/200/content-type", "schemas/Pet.json/type", "Id/type"]);
    }

    [Fact]
    public void A_rule_in_a_file_of_named_schemas_is_named_by_file_and_schema()
    {
        var api = Load(new(Files)
        {
            ["schemas/Pet.json"] =
            """{"$ref": "all.json#/Named/Pet"}""",
            ["schemas/all.json"] = """{"Named": {"Pet": {"type": "object", "properties": {"id": {"minimum": 1}}}}}""",
        });

        api.Rules.Responses(api.Operations[0]).Select(use => use.Rule.Id).ShouldBe(
            ["listPets/status", "listPets/200/content-type", "schemas/all.json/Named/Pet/type", "schemas/all.json/Named/Pet/id/minimum"]);
    }

    [Fact]
    public void A_fault_in_another_file_has_that_files_place()
    {
        var api = Load(
            new(Files)
            {
                ["common.yaml"] = "parameters: { Limit: { name: limit, in: qurey } }\nresponses: { Fine: { description: Fine } }\n",
            });

        var fault = api.Operations[0].Faults.ShouldHaveSingleItem();
        fault.Position.ToString().Replace('\\', '/').ShouldBe("common.yaml:1:41");
        api.Operations[1].Faults.ShouldBeEmpty();
    }

    [Fact]
    public void A_file_that_is_not_yaml_is_reported_once_and_its_users_are_faulty()
    {
        var api = Load(new(Files) { ["schemas/Pet.json"] = "{" });

        api.Diagnostics.Select(diagnostic => diagnostic.Code)
            .ShouldBe([DiagnosticCodes.ReferenceFile, DiagnosticCodes.Syntax], ignoreOrder: true);
        api.Operations.Select(operation => operation.Faults.Count).ShouldBe([1, 0]);
    }

    [Fact]
    public void Schemas_are_also_found_by_id_and_anchor()
    {
        var api = Loading.Loaded("""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths:
              /a:
                get:
                  parameters:
                    - { name: a, in: query, schema: { $ref: 'https://example.com/schemas/name' } }
                    - { name: b, in: query, schema: { $ref: '#count' } }
                  responses: { '200': { description: A } }
            components:
              schemas:
                Name: { $id: 'https://example.com/schemas/name', $ref: 'text', $defs: { text: { $id: text, type: string } } }
                Count: { $anchor: count, type: integer }
            """);

        api.Diagnostics.ShouldBeEmpty();
        api.Rules.Requests(api.Operations[0])
            .Select(use => $"{use.Rule.Id} {use.Instance}")
            .ShouldBe(["Name/$defs/text/type /query/a", "Count/type /query/b"]);
    }

    [Fact]
    public void Too_many_files_are_a_fault()
    {
        var files =
            new Dictionary<string, string> { ["openapi.yaml"] = Entry.Replace("paths/pets.yaml", "0.yaml", StringComparison.Ordinal) };
        for (var file = 0; file < 20; file++)
        {
            files[$"{file}.yaml"] = $"$ref: '{file + 1}.yaml'";
        }

        var options = Options(files) with { Limits = new() { MaxFiles = 10 } };
        var api = ContractLoader.LoadText(files["openapi.yaml"], "openapi.yaml", options).ShouldBeOfType<LoadResult.Loaded>().Api;

        api.Documents.Files.Count.ShouldBe(10);
        api.Diagnostics.ShouldContain(
            diagnostic => diagnostic.Code == DiagnosticCodes.ReferenceFile
                && diagnostic.Message.EndsWith("10 files, which is the limit", StringComparison.Ordinal));
    }

    private static ContractDescription Load(Dictionary<string, string> files) =>
        ContractLoader.LoadText(files["openapi.yaml"], "openapi.yaml", Options(files)).ShouldBeOfType<LoadResult.Loaded>().Api;

    private static LoadOptions Options(Dictionary<string, string> files) => new()
    {
        Open = path => files.TryGetValue(Path.GetRelativePath(".", path).Replace('\\', '/'), out var text)
            ? Encoding.UTF8.GetBytes(text)
            : throw new FileNotFoundException(path),
    };
}
