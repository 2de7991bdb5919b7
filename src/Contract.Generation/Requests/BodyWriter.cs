using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SocialContract.Contract.Generation.Requests;

/// <summary>Writes values as bodies by their media type.</summary>
internal static class BodyWriter
{
    /// <summary>Bytes; most bodies are shorter.</summary>
    private const int InitialSize = 1024;

    // Requests are read by people, in a terminal or a report: quotes and angle brackets are not escaped.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>Null where the media type cannot represent the value.</returns>
    public static byte[]? Write(string mediaType, JsonNode? value) =>
        MediaTypes.IsJson(mediaType) ? Json(value)
        : MediaTypes.IsUrlEncoded(mediaType) ? FormWriter.UrlEncoded(value)
        : MediaTypes.IsMultipart(mediaType) ? FormWriter.Multipart(value)
        : value?.GetValueKind() == JsonValueKind.String ? Encoding.UTF8.GetBytes(value.GetValue<string>())
        : null;

    /// <summary>The value as an element; a value that was parsed is not parsed again.</summary>
    public static JsonElement Element(JsonNode? value) =>
        value is JsonValue scalar && scalar.TryGetValue<JsonElement>(out var element) ? element : JsonElement.Parse(Json(value));

    /// <summary>JSON without white space.</summary>
    public static byte[] Json(JsonNode? value)
    {
        if (value is null)
        {
            return "null"u8.ToArray();
        }

        var buffer = new ArrayBufferWriter<byte>(InitialSize);
        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            value.WriteTo(writer);
        }

        return buffer.WrittenSpan.ToArray();
    }
}
