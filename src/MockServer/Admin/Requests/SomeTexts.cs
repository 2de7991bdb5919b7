using System.Text.Json;
using System.Text.Json.Serialization;

namespace SocialContract.MockServer.Admin.Requests;

/// <summary>The values of a header or cookie: a string in JSON if there is one value, else an array.</summary>
[JsonConverter(typeof(SomeTextsConverter))]
internal sealed record SomeTexts(IReadOnlyList<string> Values);

/// <summary>Only writes.</summary>
internal sealed class SomeTextsConverter : JsonConverter<SomeTexts>
{
    public override SomeTexts Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, SomeTexts value, JsonSerializerOptions options)
    {
        if (value.Values is [var single])
        {
            writer.WriteStringValue(single);
            return;
        }

        writer.WriteStartArray();
        foreach (var text in value.Values)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}
