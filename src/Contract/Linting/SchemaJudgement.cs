using System.Runtime.InteropServices;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Schemas;
using SocialContract.JsonSchema;
using SocialContract.JsonSchema.Instances;
using SocialContract.JsonSchema.Schemas;

namespace SocialContract.Contract.Linting;

/// <summary>Validates a value of the document against a schema of the document.</summary>
internal static class SchemaJudgement
{
    private static readonly JsonLimits Limits = new(MaxDepth: 1024, MaxBytes: int.MaxValue, AllowDuplicateNames: true);

    /// <summary>The violations of a value; empty if it matches, or if the schema cannot be compiled, which another lint reports.</summary>
    public static IReadOnlyList<SchemaViolation> Of(DocumentNode value, SchemaReference schema, MessageDirection direction)
    {
        if (schema.Compiled(direction) is not CompileResult.Compiled compiled)
        {
            return [];
        }

        var start = value.File.OffsetOf(value.Value);
        var length = JsonMarshal.GetRawUtf8Value(value.Value).Length;
        if (!JsonInstance.TryParse(value.File.Json.Slice(start, length), Limits, out var instance, out _))
        {
            return [];
        }

        using (instance)
        {
            if (compiled.Schema.IsValid(instance.Root))
            {
                return [];
            }

            var violations = new List<SchemaViolation>();
            compiled.Schema.Evaluate(instance.Root, violations);
            return violations;
        }
    }

    /// <summary>The node inside the value that a violation concerns; the value itself if that node does not exist.</summary>
    public static DocumentNode At(DocumentNode value, SchemaViolation violation) =>
        value.File.TryFind(value.Pointer + violation.InstanceLocation, out var inner)
            ? new DocumentNode(value.File, value.Pointer + violation.InstanceLocation, inner)
            : value;

    public static string Explain(SchemaViolation violation)
    {
        var missing = violation.Keyword is KeywordNames.Required or KeywordNames.DependentRequired && violation.Property is { } property
            ? $"{property} is missing; "
            : "";
        var place = violation.InstanceLocation.Length == 0 ? "" : $"at {violation.InstanceLocation} ";
        return $"{missing}{place}expected {violation.Expected}, found {violation.Found}";
    }
}
