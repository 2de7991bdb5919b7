using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SocialContract.Contract.Exchanges;
using SocialContract.Contract.Messages;
using SocialContract.MockServer.Responding;

namespace SocialContract.MockServer.Admin;

/// <summary>Makes the responses of endpoints.</summary>
internal static class AdminResponse
{
    public const string JsonType = "application/json";

    /// <summary>Of everything but the document and health.</summary>
    public static ExchangeOrigin Origin { get; } = new(ExchangeOriginKind.Admin, "admin");

    /// <summary>The options for bodies that are written by hand.</summary>
    public static JsonWriterOptions Written { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The options for bodies that people read: quotes and angle brackets are not escaped.</summary>
    public static JsonSerializerOptions Readable(JsonSerializerContext context) =>
        new(context.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>200 with an empty object: something was done, and nothing is to be told about it.</summary>
    public static MockResponse Done => Json(200, "{}"u8.ToArray());

    public static MockResponse Json(int status, ReadOnlyMemory<byte> body) => Of(status, JsonType, body, Origin);

    /// <param name="write">Writes one value.</param>
    public static MockResponse Json(int status, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Written))
        {
            write(writer);
        }

        return Json(status, buffer.WrittenMemory);
    }

    public static MockResponse Of(int status, string contentType, ReadOnlyMemory<byte> body, ExchangeOrigin origin) =>
        new(new ResponseMessage(status, [new("Content-Type", contentType)], body), origin);
}
