using System.Text.Json;
using System.Text.Json.Serialization;

namespace SocialContract.ReferenceImpl.Json;

/// <summary>A boolean as requests write it: true, false, 1 or 0. Responses have true and false.</summary>
internal sealed class TrueFalseOneZeroConverter : JsonConverter<bool>
{
    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number ? reader.GetDouble() != 0 : reader.GetBoolean();

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
}
