using System.Text;
using SocialContract.Contract.Generation.Data;
using SocialContract.Contract.Reading;
using SocialContract.Contract.Schemas;
using SocialContract.JsonSchema;

namespace SocialContract.Contract.Generation.Tests;

/// <summary>Generates from small schemas.</summary>
internal static class Generated
{
    /// <summary>The static instance of a schema.</summary>
    /// <param name="schema">Flow YAML or JSON.</param>
    /// <param name="components">The schemas that it may refer to, likewise.</param>
    public static string Static(
        string schema, string components = "{}", string version = "3.1.0", MessageDirection direction = MessageDirection.Response) =>
        Text(Outcome(schema, components, version, direction, 0, GenerationMode.Static));

    public static string Dynamic(string schema, ulong seed, string components = "{}", string version = "3.1.0") =>
        Text(Outcome(schema, components, version, MessageDirection.Response, seed, GenerationMode.Dynamic));

    public static GenerationOutcome.Impossible Impossible(string schema, string components = "{}", string version = "3.1.0") =>
        Outcome(schema, components, version, MessageDirection.Response, 0, GenerationMode.Static)
            .ShouldBeOfType<GenerationOutcome.Impossible>();

    public static GenerationOutcome Outcome(
        string schema, string components, string version, MessageDirection direction, ulong seed, GenerationMode mode)
    {
        var (api, reference) = Schema(schema, components, version);
        var outcome = new DataGenerator(api).Generate(reference, direction, seed, mode);
        if (outcome is GenerationOutcome.Generated made)
        {
            reference.Compiled(direction).ShouldBeOfType<CompileResult.Compiled>().Schema.IsValid(made.Json).ShouldBeTrue(Text(outcome));
        }

        return outcome;
    }

    public static (ContractDescription Api, SchemaReference Schema) Schema(string schema, string components, string version)
    {
        var text = $"""
            openapi: {version}
            info: {"{"} title: T, version: '1' {"}"}
            paths:
              /things:
                get:
                  responses:
                    '200':
                      description: d
                      content:
                        application/json:
                          schema: {schema.ReplaceLineEndings(" ")}
            components:
              schemas: {components.ReplaceLineEndings(" ")}
            """;
        var api = ContractLoader.LoadText(text, "openapi.yaml").ShouldBeOfType<LoadResult.Loaded>().Api;
        return (api, api.Operations[0].Responses[0].Content[0].Schema!);
    }

    private static string Text(GenerationOutcome outcome) => outcome switch
    {
        GenerationOutcome.Generated made => Encoding.UTF8.GetString(made.Json.Span),
        GenerationOutcome.Impossible impossible => throw new ShouldAssertException(impossible.Message),
        _ => throw new ShouldAssertException(outcome.ToString()),
    };
}
