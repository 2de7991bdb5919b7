using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SocialContract.Contract.Secrets;

/// <summary>Replaces the values of secret members in JSON bodies.</summary>
/// <param name="names">The names of the members.</param>
/// <param name="sent">Values that occur in this text are not secret; null: all are.</param>
internal sealed class SecretMembers(FrozenSet<string> names, string? sent = null)
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 512 };

    public SecretMembers Allowing(string text) => new(names, text);

    /// <summary>
    /// The body without the values; the same bytes if there is nothing to remove. A body with text that is not Unicode is removed whole,
    /// since its members cannot be read.
    /// </summary>
    public ReadOnlyMemory<byte> Removed(ReadOnlyMemory<byte> body)
    {
        if (names.Count == 0 || !TryParse(body, out var document))
        {
            return body;
        }

        using (document)
        {
            try
            {
                return HoldsSecret(document.RootElement) ? Rewritten(document.RootElement) : body;
            }
            catch (InvalidOperationException)
            {
                return Encoding.UTF8.GetBytes(Redactor.Word);
            }
        }
    }

    private static bool TryParse(ReadOnlyMemory<byte> body, out JsonDocument document)
    {
        document = null!;
        if (body.Span.TrimStart(" \t\r\n"u8) is not [(byte)'{' or (byte)'[', ..])
        {
            return false;
        }

        try
        {
            document = JsonDocument.Parse(body, Deep);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private bool HoldsSecret(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Any(member => IsSecret(member) || HoldsSecret(member.Value)),
        JsonValueKind.Array => value.EnumerateArray().Any(HoldsSecret),
        _ => false,
    };

    private bool IsSecret(JsonProperty member) => names.Contains(member.Name) && !IsAllowed(member.Value);

    private bool IsAllowed(JsonElement value) => sent is not null && (value.ValueKind == JsonValueKind.Null
        || sent.Contains(value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText(), StringComparison.Ordinal));

    private ReadOnlyMemory<byte> Rewritten(JsonElement value)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output, Readable))
        {
            Rewrite(value, json);
        }

        return output.WrittenMemory;
    }

    private void Rewrite(JsonElement value, Utf8JsonWriter json)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    json.WritePropertyName(member.Name);
                    if (IsSecret(member))
                    {
                        json.WriteStringValue(Redactor.Word);
                    }
                    else
                    {
                        Rewrite(member.Value, json);
                    }
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var element in value.EnumerateArray())
                {
                    Rewrite(element, json);
                }

                json.WriteEndArray();
                break;
            default:
                value.WriteTo(json);
                break;
        }
    }
}
