using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using SocialContract.JsonSchema.Compilation;
using SocialContract.JsonSchema.Instances;
using SocialContract.JsonSchema.Schemas;

namespace SocialContract.JsonSchema.Tests;

/// <summary>Short ways to compile and judge JSON texts.</summary>
internal static class Schemas
{
    public static Uri Document { get; } = new("https://example.com/schema.json");

    public static CompileResult TryCompile([StringSyntax(StringSyntaxAttribute.Json)] string schema, SchemaSettings? settings = null)
    {
        var registry = new SchemaRegistry(settings ?? SchemaSettings.Default);
        using var document = JsonDocument.Parse(schema);
        registry.Add(Document, document.RootElement);
        return registry.Compile(Document);
    }

    public static CompiledSchema Compile([StringSyntax(StringSyntaxAttribute.Json)] string schema, SchemaSettings? settings = null) =>
        TryCompile(schema, settings) switch
        {
            CompileResult.Compiled compiled => compiled.Schema,
            CompileResult.Failed failed => throw new InvalidOperationException(string.Join("\n", failed.Faults)),
            _ => throw new InvalidOperationException(),
        };

    public static IReadOnlyList<SchemaFault> Faults(
        [StringSyntax(StringSyntaxAttribute.Json)] string schema, SchemaSettings? settings = null) =>
        TryCompile(schema, settings).ShouldBeOfType<CompileResult.Failed>().Faults;

    public static JsonInstance Parse([StringSyntax(StringSyntaxAttribute.Json)] string json, JsonLimits? limits = null)
    {
        var text = Encoding.UTF8.GetBytes(json);
        JsonInstance.TryParse(text, limits ?? JsonLimits.Default, out var instance, out var fault).ShouldBeTrue(fault.Message);
        return instance!;
    }

    public static bool Accepts(this CompiledSchema schema, [StringSyntax(StringSyntaxAttribute.Json)] string json)
    {
        using var instance = Parse(json, new JsonLimits(MaxDepth: 5000));
        var valid = schema.IsValid(instance.Root);
        (schema.Violations(json).Count == 0).ShouldBe(valid, "the verdict and the violations agree");
        return valid;
    }

    public static List<SchemaViolation> Violations(this CompiledSchema schema, [StringSyntax(StringSyntaxAttribute.Json)] string json)
    {
        using var instance = Parse(json, new JsonLimits(MaxDepth: 5000));
        var violations = new List<SchemaViolation>();
        schema.Evaluate(instance.Root, violations);
        return violations;
    }
}
