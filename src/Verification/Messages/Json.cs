using System.Text.Json;
using System.Text.Json.Nodes;

namespace SocialContract.Verification.Messages;

/// <summary>Reads bodies as JSON.</summary>
internal static class Json
{
    /// <summary>False where the bytes are not a JSON text.</summary>
    public static bool TryParse(ReadOnlyMemory<byte> bytes, out JsonNode? node)
    {
        try
        {
            node = bytes.IsEmpty ? null : JsonNode.Parse(bytes.Span, documentOptions: new JsonDocumentOptions { MaxDepth = 512 });
            return !bytes.IsEmpty;
        }
        catch (JsonException)
        {
            node = null;
            return false;
        }
    }

    /// <summary>A scalar as text without quotes; null for objects, arrays and null.</summary>
    public static string? Text(JsonNode? node) =>
        node is not JsonValue ? null
        : node.GetValueKind() == JsonValueKind.String ? node.ToString()
        : node.ToJsonString();
}
