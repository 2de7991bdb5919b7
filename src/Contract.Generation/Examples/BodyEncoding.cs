using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Generation.Data;
using SocialContract.Contract.Http;
using SocialContract.Contract.Model;

namespace SocialContract.Contract.Generation.Examples;

/// <summary>
/// Writes a value of the document as the bytes of its media type: JSON as JSON, anything else only where the document gives its
/// text.
/// </summary>
internal static class BodyEncoding
{
    public static bool IsJson(string mediaType) =>
        !MediaTypeName.TryParse(mediaType, out var name) || name.IsJson || (name.IsRange && !name.IsText);

    /// <summary>The bytes of an example, or why it has none.</summary>
    public static (byte[]? Body, string? Problem) OfExample(MediaType mediaType, DocumentNode value) =>
        IsJson(mediaType.Name) ? (JsonPieces.Minified(value.Value), null)
        : TextOf(value.Value) is { } text ? (System.Text.Encoding.UTF8.GetBytes(text), null)
        : (null, $"{value.Position}: an example of {mediaType.Name} that is no text cannot be written; give it as a string");

    /// <summary>The bytes of generated data, or why there are none.</summary>
    public static (byte[]? Body, string? Problem) OfGenerated(MediaType mediaType, GenerationOutcome outcome)
    {
        switch (outcome)
        {
            case GenerationOutcome.Impossible impossible:
                return (null, impossible.Message);
            case GenerationOutcome.Generated { Json: var json } when IsJson(mediaType.Name):
                return (json.ToArray(), null);
            case GenerationOutcome.Generated { Json: var json }:
                using (var document = JsonDocument.Parse(json))
                {
                    return IsMarkup(mediaType.Name) || TextOf(document.RootElement) is not { } text
                        ? (null, $"{mediaType.Node.Position}: data cannot be generated as {mediaType.Name}; give the media type an example")
                        : (System.Text.Encoding.UTF8.GetBytes(text), null);
                }

            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static bool IsMarkup(string mediaType) =>
        MediaTypeName.TryParse(mediaType, out var name)
        && (name.Subtype is "xml" or "html" || name.Subtype.EndsWith("+xml", StringComparison.OrdinalIgnoreCase));

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };
}
