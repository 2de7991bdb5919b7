using System.Text.Json;
using System.Text.Json.Nodes;

namespace SocialContract.JsonSchema;

/// <summary>One error or annotation (JSON Schema core 12.3).</summary>
/// <param name="KeywordLocation">Pointer of the keywords passed on the way, <c>$ref</c> included.</param>
/// <param name="AbsoluteKeywordLocation">The keyword's canonical URI.</param>
/// <param name="Location">The same place in the registered document; not a part of the standard's output.</param>
/// <param name="InstanceLocation">Pointer into the instance.</param>
/// <param name="Error">One sentence; null for an annotation.</param>
/// <param name="Annotation">The annotation's value; null for an error.</param>
public sealed record OutputUnit(
    string KeywordLocation,
    string AbsoluteKeywordLocation,
    SchemaLocation Location,
    string InstanceLocation,
    string? Error,
    JsonNode? Annotation)
{
    internal void WriteTo(Utf8JsonWriter writer, bool valid)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("valid", valid);
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
            if (Annotation is null)
            {
                writer.WriteNullValue();
            }
            else
            {
                Annotation.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
    }
}
