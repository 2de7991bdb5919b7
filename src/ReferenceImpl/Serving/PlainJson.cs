using System.Buffers;
using System.Text.Json;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.ReferenceImpl.Serving;

/// <summary>Writes a body as the contract read it: of members with the same name only the last remains, as in Rails.</summary>
internal static class PlainJson
{
    public static ReadOnlyMemory<byte> Of(JsonCursor value)
    {
        var text = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(text);
        Write(writer, value);
        writer.Flush();
        return text.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter writer, JsonCursor value)
    {
        switch (value.Kind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var element in value.EnumerateArray())
                {
                    Write(writer, element);
                }

                writer.WriteEndArray();
                break;
            default:
                writer.WriteRawValue(value.Raw);
                break;
        }
    }
}
