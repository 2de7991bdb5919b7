using System.Text.Json;
using System.Text.Json.Nodes;
using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;
using SocialContract.JsonSchema.Schemas;

namespace SocialContract.JsonSchema.Tests.Suite;

/// <summary>
/// The basic output format (JSON Schema core 12.4.2), made of what the evaluator collects: the suite's tests of output and annotations
/// are written in it.
/// </summary>
/// <param name="Valid">The verdict.</param>
/// <param name="Units">The errors where the verdict is false, the annotations where it is true.</param>
internal sealed record BasicOutput(bool Valid, IReadOnlyList<OutputUnit> Units)
{
    public static BasicOutput Of(CompiledSchema schema, JsonCursor instance)
    {
        var explainer = new Explainer(instance.Instance, limit: int.MaxValue, wantsAnnotations: true);
        var evaluator = new Evaluator(instance.Instance);
        var valid = explainer.Explain(schema.Root, null, ref evaluator, instance.Index, null);
        evaluator.Undecided.ShouldBe(UndecidedReason.None);
        return new(valid, valid ? [.. explainer.Annotations.Select(OutputUnit.Of)] : [.. Errors(explainer)]);
    }

    /// <summary>Writes the JSON object that the specification's output schema describes.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("valid", Valid);
        writer.WriteStartArray(Valid ? "annotations" : "errors");
        foreach (var unit in Units)
        {
            unit.WriteTo(writer);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static IEnumerable<OutputUnit> Errors(Explainer explainer) =>
        explainer.Violations.SelectMany(Flatten).Select(violation => OutputUnit.Of(violation, explainer.AbsoluteUriOf(violation)));

    private static IEnumerable<SchemaViolation> Flatten(SchemaViolation violation) =>
        violation.Causes.SelectMany(Flatten).Prepend(violation);
}

/// <summary>One error or annotation (JSON Schema core 12.3).</summary>
/// <param name="KeywordLocation">Pointer of the keywords passed on the way, <c>$ref</c> included.</param>
/// <param name="AbsoluteKeywordLocation">The keyword's canonical URI.</param>
/// <param name="Location">The same place in the registered document; not a part of the standard's output.</param>
/// <param name="InstanceLocation">Pointer into the instance.</param>
/// <param name="Error">One sentence; null for an annotation.</param>
/// <param name="Annotation">The annotation's value; null for an error.</param>
internal sealed record OutputUnit(
    string KeywordLocation,
    string AbsoluteKeywordLocation,
    SchemaLocation Location,
    string InstanceLocation,
    string? Error,
    JsonNode? Annotation)
{
    public static OutputUnit Of(Annotation annotation) => new(
        annotation.EvaluationPath, annotation.Site.AbsoluteUri, annotation.Site.Location, annotation.InstancePath, null, annotation.Value);

    public static OutputUnit Of(SchemaViolation violation, string absoluteUri) => new(
        violation.EvaluationPath,
        absoluteUri,
        violation.KeywordLocation,
        violation.InstanceLocation,
        $"Expected {violation.Expected}, found {violation.Found}.",
        null);

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("valid", Error is null);
        writer.WriteString("keywordLocation", KeywordLocation);
        writer.WriteString("absoluteKeywordLocation", AbsoluteKeywordLocation);
        writer.WriteString("instanceLocation", InstanceLocation);
        if (Error is not null)
        {
            writer.WriteString("error", Error);
        }
        else
        {
            writer.WritePropertyName("annotation");
            JsonSerializer.Serialize(writer, Annotation);
        }

        writer.WriteEndObject();
    }
}
