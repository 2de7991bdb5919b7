using System.Text;
using System.Text.Json;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.Contract.Schemas;

/// <summary>The Discriminator Object (OpenAPI 3.1.0 section 4.8.25). It does not validate; it selects an alternative.</summary>
internal static class Discriminator
{
    private const string Components = "#/components/schemas/";

    /// <summary>The reference to the schema that the instance names; null if it names none.</summary>
    public static string? Select(JsonElement discriminator, JsonCursor instance)
    {
        if (discriminator.ValueKind != JsonValueKind.Object
            || !discriminator.TryGetProperty("propertyName", out var property) || property.ValueKind != JsonValueKind.String
            || !instance.TryGetProperty(Encoding.UTF8.GetBytes(property.GetString()!), out var value) || value.Kind != JsonValueKind.String)
        {
            return null;
        }

        var name = value.GetString();
        if (discriminator.TryGetProperty("mapping", out var mapping) && mapping.ValueKind == JsonValueKind.Object
            && mapping.TryGetProperty(name, out var mapped) && mapped.ValueKind == JsonValueKind.String)
        {
            var target = mapped.GetString()!;
            return IsComponentName(target) ? Components + target : target;
        }

        return IsComponentName(name) ? Components + name : null;
    }

    /// <summary>4.8.7: component names consist of letters, digits, dots, hyphens and underscores; 'dog.json' is a file name.</summary>
    private static bool IsComponentName(string text) =>
        text.Length > 0 && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_')
        && !text.EndsWith(".json", StringComparison.Ordinal) && !text.EndsWith(".yaml", StringComparison.Ordinal);
}
