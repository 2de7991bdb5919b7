using System.Text;
using System.Text.Json;
using SocialContract.JsonSchema;
using SocialContract.JsonSchema.Compilation;
using SocialContract.JsonSchema.Instances;
using SocialContract.JsonSchema.Schemas;

namespace SocialContract.Verification.Tests.Reporting;

/// <summary>
/// The JSON Schema of SARIF 2.1.0 as the npm package @microsoft/jest-sarif holds it (draft 4), judged by our own library and, so that a
/// wrong evaluator cannot agree with itself, by NJsonSchema.
/// </summary>
internal static class SarifSchema
{
    private static readonly string Text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "sarif-2.1.0.json"));
    private static readonly CompiledSchema Ours = Compile();
    private static readonly NJsonSchema.JsonSchema Theirs = NJsonSchema.JsonSchema.FromJsonAsync(Text).GetAwaiter().GetResult();

    /// <summary>Every fault that either of them finds.</summary>
    public static List<string> FaultsOf(string sarif) => [.. FaultsByUs(sarif), .. FaultsByNJsonSchema(sarif)];

    public static IEnumerable<string> FaultsByUs(string sarif)
    {
        JsonInstance.TryParse(Encoding.UTF8.GetBytes(sarif), JsonLimits.Default, out var instance, out var fault)
            .ShouldBeTrue(fault.Message);
        using (instance)
        {
            var violations = new List<SchemaViolation>();
            Ours.Evaluate(instance!.Root, violations);
            return violations.Select(violation => $"{violation.InstanceLocation}: expected {violation.Expected}, found {violation.Found}");
        }
    }

    public static IEnumerable<string> FaultsByNJsonSchema(string sarif) => Theirs.Validate(sarif).Select(fault => fault.ToString());

    private static CompiledSchema Compile()
    {
        var document = new Uri("https://json.schemastore.org/sarif-2.1.0.json");
        var registry = new SchemaRegistry(SchemaSettings.Default);
        registry.Add(document, JsonDocument.Parse(Text).RootElement);
        return registry.Compile(new Uri(document, "#")).ShouldBeOfType<CompileResult.Compiled>().Schema;
    }
}
