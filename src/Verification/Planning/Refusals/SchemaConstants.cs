using System.Text.Json;
using System.Text.Json.Nodes;

namespace SocialContract.Verification.Planning.Refusals;

/// <summary>The values of <c>const</c> and <c>enum</c> that schemas speak of: with them a condition or a branch is met.</summary>
internal static class SchemaConstants
{
    /// <summary>The values that schemas beneath the keyword speak of, by the members' names.</summary>
    public static IReadOnlyDictionary<string, List<JsonNode?>> In(JsonElement keyword)
    {
        var constants = new Dictionary<string, List<JsonNode?>>(StringComparer.Ordinal);
        Add(keyword);
        return constants;

        void Add(JsonElement schema)
        {
            if (schema.ValueKind == JsonValueKind.Array)
            {
                schema.EnumerateArray().ToList().ForEach(Add);
            }

            if (schema.ValueKind != JsonValueKind.Object)
            {
                return;
            }

            if (schema.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object)
            {
                foreach (var property in properties.EnumerateObject().Where(property => property.Value.ValueKind == JsonValueKind.Object))
                {
                    Note(property.Name, property.Value);
                }
            }

            foreach (var member in schema.EnumerateObject().Where(member => member.Name != "properties"))
            {
                Add(member.Value);
            }
        }

        void Note(string name, JsonElement schema)
        {
            List<JsonNode?> values = [.. schema.TryGetProperty("const", out var only) ? [Node(only)] : Array.Empty<JsonNode?>()];
            if (schema.TryGetProperty("enum", out var listed) && listed.ValueKind == JsonValueKind.Array)
            {
                values.AddRange(listed.EnumerateArray().Select(Node));
            }

            if (values.Count > 0)
            {
                constants[name] = [.. constants.GetValueOrDefault(name) ?? [], .. values];
            }
        }
    }

    private static JsonNode? Node(JsonElement value) => JsonNode.Parse(value.GetRawText());
}
