using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SocialContract.Contract.Secrets;

/// <summary>Replaces the secrets in JSON: by the schema of their place, and by name where no schema describes them.</summary>
/// <param name="document">Knows the names of members that are secret anywhere.</param>
/// <param name="sent">Values that occur in this text are not secret; null: all are.</param>
internal sealed class SecretJson(SecretDocument document, string? sent = null)
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 512 };

    /// <summary>Whether a client that sent the text knows the value, so that it is not a secret to it.</summary>
    public bool IsAllowed(string value) => sent is not null && sent.Contains(value, StringComparison.Ordinal);

    /// <summary>
    /// The body without the secrets; the same bytes if it has none. A body with text that is not Unicode is removed whole, because its
    /// members cannot be read.
    /// </summary>
    /// <param name="removed">Receives the texts and numbers that are not shown; null: they are not collected.</param>
    /// <returns>Whether the body is JSON.</returns>
    public bool TryRemove(ref ReadOnlyMemory<byte> body, SecretSchema? schema, List<string>? removed)
    {
        JsonDocument parsed;
        try
        {
            parsed = JsonDocument.Parse(body, Deep);
        }
        catch (JsonException)
        {
            return false;
        }

        using (parsed)
        {
            try
            {
                if (HoldsSecret(parsed.RootElement, schema))
                {
                    body = Rewritten(parsed.RootElement, schema, removed);
                }
            }
            catch (InvalidOperationException)
            {
                if (removed is not null)
                {
                    removed.Add(Encoding.UTF8.GetString(body.Span));
                    removed.AddRange(SecretParts.OfJson(parsed.RootElement, schema, isWhole: true));
                }

                body = Encoding.UTF8.GetBytes(Redactor.Word);
            }
        }

        return true;
    }

    private bool HoldsSecret(JsonElement value, SecretSchema? schema) => IsSecret(value, schema) || value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Any(member =>
            IsSecret(member, schema) || HoldsSecret(member.Value, schema?.Member(member.Name))),
        JsonValueKind.Array => value.EnumerateArray().Index().Any(element => HoldsSecret(element.Item, schema?.Element(element.Index))),
        _ => false,
    };

    private bool IsSecret(JsonElement value, SecretSchema? schema) => schema?.IsSecret == true && !IsAllowed(value);

    private bool IsSecret(JsonProperty member, SecretSchema? parent)
    {
        var schema = parent?.Member(member.Name);
        var isSecret = schema is null
            ? document.Names.Contains(member.Name) || (IsScalar(member.Value) && IsWellKnown(member.Name))
            : schema.IsSecret || (member.Value.ValueKind == JsonValueKind.String && IsWellKnown(member.Name));
        return isSecret && !IsAllowed(member.Value);
    }

    private static bool IsWellKnown(string name) => WellKnownNames.IsSecret(name, isDescribed: true);

    private static bool IsScalar(JsonElement value) => value.ValueKind is JsonValueKind.String or JsonValueKind.Number;

    private bool IsAllowed(JsonElement value) => sent is not null && value.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.String => IsAllowed(value.GetString()!),
        JsonValueKind.Array => value.EnumerateArray().All(IsAllowed),
        JsonValueKind.Object => value.EnumerateObject().All(member => IsAllowed(member.Value)),
        _ => IsAllowed(value.GetRawText()),
    };

    private ReadOnlyMemory<byte> Rewritten(JsonElement value, SecretSchema? schema, List<string>? removed)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output, Readable))
        {
            Rewrite(value, schema, json, removed);
        }

        return output.WrittenMemory;
    }

    private void Rewrite(JsonElement value, SecretSchema? schema, Utf8JsonWriter json, List<string>? removed)
    {
        if (IsSecret(value, schema))
        {
            Hide(value, schema, json, removed);
            return;
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    json.WritePropertyName(member.Name);
                    if (IsSecret(member, schema))
                    {
                        Hide(member.Value, schema?.Member(member.Name), json, removed);
                    }
                    else
                    {
                        Rewrite(member.Value, schema?.Member(member.Name), json, removed);
                    }
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var (index, element) in value.EnumerateArray().Index())
                {
                    Rewrite(element, schema?.Element(index), json, removed);
                }

                json.WriteEndArray();
                break;
            default:
                value.WriteTo(json);
                break;
        }
    }

    private void Hide(JsonElement value, SecretSchema? schema, Utf8JsonWriter json, List<string>? removed)
    {
        json.WriteStringValue(Redactor.Word);
        removed?.AddRange(SecretParts.OfJson(value, schema, isWhole: true).Where(part => !IsAllowed(part)));
    }
}
