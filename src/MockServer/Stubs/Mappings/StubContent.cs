using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SocialContract.Contract.Messages;

namespace SocialContract.MockServer.Stubs.Mappings;

/// <summary>The parts of a stub's response as they are sent.</summary>
internal static class StubContent
{
    /// <summary>JSON has its media type without a header that says so, as in WireMock.</summary>
    public static HeaderFields HeadersOf(ResponseDefinition response) => response.Body is StubBody.Json
        && !response.Headers.Any(header => header.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
            ? HeaderFields.Of([.. response.Headers, new("Content-Type", "application/json")])
            : HeaderFields.Of(response.Headers);

    /// <summary>The stub as a file of the stub folder has it.</summary>
    public static byte[] FileOf(StubMapping stub)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            stub.WriteTo(writer);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The body that is in the stub itself; empty if it is in a file.</summary>
    public static byte[] FixedBodyOf(ResponseDefinition response) => response.Body switch
    {
        StubBody.Text text => Encoding.UTF8.GetBytes(text.Content),
        StubBody.Json json => JsonSerializer.SerializeToUtf8Bytes(json.Content, StubJson.Default.JsonElement),
        StubBody.Bytes bytes => bytes.Content.ToArray(),
        _ => [],
    };
}
