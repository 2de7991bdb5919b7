using System.Text.Json;
using System.Text.Json.Nodes;
using SocialContract.JsonSchema.Evaluation;

namespace SocialContract.JsonSchema;

/// <summary>The basic output format (JSON Schema core 12.4.2).</summary>
/// <param name="Valid">The verdict.</param>
/// <param name="Units">Errors where it is false, annotations where it is true.</param>
public sealed record BasicOutput(bool Valid, IReadOnlyList<OutputUnit> Units)
{
    /// <summary>Writes it as the JSON object that the specification's output schema describes.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteBoolean("valid", Valid);
        writer.WriteStartArray(Valid ? "annotations" : "errors");
        foreach (var unit in Units)
        {
            unit.WriteTo(writer, Valid);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    internal static BasicOutput From(Explainer explainer, bool valid, SchemaViolation? undecided)
    {
        if (valid)
        {
            return new(true, [.. explainer.Annotations.Select(annotation => new OutputUnit(
                annotation.EvaluationPath, annotation.Site.AbsoluteUri, annotation.Site.Location, annotation.InstancePath, null, annotation.Value))]);
        }

        var violations = undecided is null ? explainer.Violations : explainer.Violations.Append(undecided);
        return new(false, [.. violations.SelectMany(Flatten).Select(violation => new OutputUnit(
            violation.EvaluationPath,
            explainer.AbsoluteUriOf(violation),
            violation.KeywordLocation,
            violation.InstanceLocation,
            $"Expected {violation.Expected}, found {violation.Found}.",
            null))]);
    }

    private static IEnumerable<SchemaViolation> Flatten(SchemaViolation violation) => violation.Causes.SelectMany(Flatten).Prepend(violation);
}
