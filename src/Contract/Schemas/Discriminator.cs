using System.Text;
using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.JsonSchema.Instances;
using SocialContract.JsonSchema.Schemas;

namespace SocialContract.Contract.Schemas;

/// <summary>
/// The Discriminator Object (OpenAPI 3.1.1, section 4.8.25): which schema a value of its property names. It does not validate.
/// </summary>
/// <remarks>
/// A value of the mapping is the name of a component schema or a URI reference. What can be both, such as <c>dog.json</c>, is the name if
/// the document has that component, as the section recommends. Without an entry in the mapping, the property's value is the name.
/// </remarks>
internal static class Discriminator
{
    private const string Components = "/components/schemas/";

    private const string PropertyName = "propertyName";

    /// <summary>References to the schema that the instance names, the preferred one first; none if it names no schema.</summary>
    public static IEnumerable<string> Select(JsonElement discriminator, JsonCursor instance)
    {
        if (discriminator.ValueKind != JsonValueKind.Object
            || !discriminator.TryGetProperty(PropertyName, out var property) || property.ValueKind != JsonValueKind.String
            || !instance.TryGetProperty(Encoding.UTF8.GetBytes(property.GetString()!), out var value) || value.Kind != JsonValueKind.String)
        {
            return [];
        }

        var name = value.GetString();
        if (discriminator.TryGetProperty("mapping", out var mapping) && mapping.ValueKind == JsonValueKind.Object
            && mapping.TryGetProperty(name, out var mapped) && mapped.ValueKind == JsonValueKind.String)
        {
            var text = mapped.GetString()!;
            return IsName(text) ? [ComponentReference(text), text] : [text];
        }

        return IsName(name) ? [ComponentReference(name)] : [];
    }

    /// <summary>The name of the property whose value names a schema; null if the discriminator has none.</summary>
    public static string? PropertyOf(DocumentNode discriminator) => discriminator.Text(PropertyName);

    /// <summary>The entries of the mapping, without those that are not text.</summary>
    public static IEnumerable<(string Key, DocumentNode Value)> Mapping(DocumentNode discriminator) =>
        (discriminator.Member("mapping")?.Members() ?? []).Where(entry => entry.Node.Value.ValueKind == JsonValueKind.String);

    /// <summary>The schema that a value of the mapping leads to; null if there is none.</summary>
    public static DocumentNode? Target(DocumentSet documents, DocumentNode value) =>
        Component(documents, value) ?? (documents.TryResolve(value, value.Value.GetString()!, out var target) ? target : null);

    /// <summary>
    /// The component that a value of the mapping is the name of: of the entry file (3.1.1, Resolving Implicit Connections), else of the
    /// value's own file. Null if there is none.
    /// </summary>
    public static DocumentNode? Component(DocumentSet documents, DocumentNode value)
    {
        var text = value.Value.GetString()!;
        return !IsName(text) ? null
            : documents.TryResolve(documents.Root, ComponentReference(text), out var component) ? component
            : documents.TryResolve(value, ComponentReference(text), out component) ? component
            : null;
    }

    /// <summary>Whether a value of the mapping may be a name. <c>./dog</c> is a reference, as is what has a fragment.</summary>
    public static bool IsName(string text) => text.Length > 0 && !text.AsSpan().ContainsAny('/', '#');

    private static string ComponentReference(string name) => "#" + UriText.EscapeFragment(Components + JsonPointer.Escape(name));
}
