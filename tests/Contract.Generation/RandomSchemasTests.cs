using System.Text.Json.Nodes;
using SocialContract.Contract.Generation.Data;
using SocialContract.Contract.Reading;
using SocialContract.Contract.Schemas;
using SocialContract.JsonSchema;

namespace SocialContract.Contract.Generation.Tests;

public class RandomSchemasTests
{
    private const int Schemas = 300;

    private static readonly (GenerationMode Mode, ulong Seed)[] Runs =
        [(GenerationMode.Static, 0), (GenerationMode.Dynamic, 1), (GenerationMode.Dynamic, 2)];

    [Fact]
    public void Data_for_a_random_schema_is_valid_and_the_same_for_the_same_seed()
    {
        var random = new RandomSchemas(20240115);
        var components = new JsonObject();
        var paths = new JsonObject();
        for (var index = 0; index < Schemas; index++)
        {
            components[$"S{index}"] = random.Next();
            paths[$"/s{index}"] = Path(index);
        }

        var document = new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = "Random", ["version"] = "1" },
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = components },
        };
        var api = ContractLoader.LoadText(document.ToJsonString(), "random.json").ShouldBeOfType<LoadResult.Loaded>().Api;
        var generator = new DataGenerator(api);

        api.Operations.Count.ShouldBe(Schemas);
        foreach (var operation in api.Operations)
        {
            var schema = operation.Responses[0].Content[0].Schema!;
            var compiled = schema.Compiled(MessageDirection.Response).ShouldBeOfType<CompileResult.Compiled>().Schema;
            var text = components[operation.Path.Replace("/s", "S", StringComparison.Ordinal)]!.ToJsonString();
            foreach (var (mode, seed) in Runs)
            {
                var first = Generate(mode, seed).ShouldBeOfType<GenerationOutcome.Generated>(text);
                var second = Generate(mode, seed).ShouldBeOfType<GenerationOutcome.Generated>(text);

                compiled.IsValid(first.Json).ShouldBeTrue(text);
                first.Json.Span.SequenceEqual(second.Json.Span).ShouldBeTrue(text);
            }

            GenerationOutcome Generate(GenerationMode mode, ulong seed) =>
                generator.Generate(schema, MessageDirection.Response, seed, mode);
        }
    }

    private static JsonObject Path(int index) => new()
    {
        ["get"] = new JsonObject
        {
            ["responses"] = new JsonObject
            {
                ["200"] = new JsonObject
                {
                    ["description"] = "d",
                    ["content"] = new JsonObject
                    {
                        ["application/json"] = new JsonObject
                        {
                            ["schema"] = new JsonObject { ["$ref"] = $"#/components/schemas/S{index}" },
                        },
                    },
                },
            },
        },
    };
}
