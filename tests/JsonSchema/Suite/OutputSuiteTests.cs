using System.Buffers;
using System.Text;
using System.Text.Json;
using SocialContract.JsonSchema.Compilation;
using SocialContract.JsonSchema.Instances;
using SocialContract.JsonSchema.Schemas;

namespace SocialContract.JsonSchema.Tests.Suite;

/// <summary>The suite's tests of the basic output format: a schema judges the output.</summary>
public sealed class OutputSuiteTests
{
    public static TheoryData<string> Files => [.. TestSuite.Files("output-tests/draft2020-12/content")];

    [SuiteTheory]
    [MemberData(nameof(Files))]
    public void Basic_output_is_as_the_suite_has_it(string file)
    {
        foreach (var group in TestSuite.Read(file).EnumerateArray())
        {
            foreach (var test in group.GetProperty("tests").EnumerateArray())
            {
                var output = Output(group.GetProperty("schema"), test.GetProperty("data"));

                Judge(test.GetProperty("output").GetProperty("basic"), output).ShouldBeEmpty(Encoding.UTF8.GetString(output));
            }
        }
    }

    private static byte[] Output(JsonElement schema, JsonElement data)
    {
        var registry = new SchemaRegistry(SchemaSettings.Default);
        var uri = new Uri("https://suite.example/schema.json");
        registry.Add(uri, schema);
        var compiled = registry.Compile(uri).ShouldBeOfType<CompileResult.Compiled>().Schema;
        JsonInstance.TryParse(Encoding.UTF8.GetBytes(data.GetRawText()), JsonLimits.Default, out var instance, out _).ShouldBeTrue();
        using (instance)
        {
            var buffer = new ArrayBufferWriter<byte>();
            using (var writer = new Utf8JsonWriter(buffer))
            {
                BasicOutput.Of(compiled, instance!.Root).WriteTo(writer);
            }

            return buffer.WrittenSpan.ToArray();
        }
    }

    private static List<SchemaViolation> Judge(JsonElement outputSchema, byte[] output)
    {
        var registry = new SchemaRegistry(SchemaSettings.Default with { AssertFormats = true });
        registry.Add(
            new Uri("https://json-schema.org/draft/2020-12/output/schema"), TestSuite.Read("output-tests/draft2020-12/output-schema.json"));
        var uri = new Uri("https://suite.example/output.json");
        registry.Add(uri, outputSchema);
        var compiled = registry.Compile(uri).ShouldBeOfType<CompileResult.Compiled>().Schema;
        JsonInstance.TryParse(output, JsonLimits.Default, out var instance, out _).ShouldBeTrue();
        using (instance)
        {
            var violations = new List<SchemaViolation>();
            compiled.Evaluate(instance!.Root, violations);
            return violations;
        }
    }
}
