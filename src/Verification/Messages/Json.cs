using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SocialContract.Verification.Messages;

/// <summary>
/// Reads bodies as JSON. A server may send text that is not Unicode and names that occur twice (RFC 8259, sections 4 and 8.2): what cannot
/// be decoded becomes U+FFFD, and of members with one name the last counts, so that reading a node never fails.
/// </summary>
internal static class Json
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 512 };

    /// <summary>False where the bytes are not a JSON text, or one that is nested deeper than 512 levels.</summary>
    public static bool TryParse(ReadOnlyMemory<byte> bytes, out JsonNode? node)
    {
        node = null;
        if (bytes.IsEmpty)
        {
            return false;
        }

        try
        {
            node = NodeOf(JsonElement.Parse(bytes.Span, Options));
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Whether arrays and objects nest deeper in the text than the kit reads, which says nothing about the text.</summary>
    public static bool IsTooDeep(ReadOnlySpan<byte> json)
    {
        var (depth, isInString) = (0, false);
        for (var at = 0; at < json.Length; at++)
        {
            switch (json[at])
            {
                case (byte)'\\' when isInString:
                    at++;
                    break;
                case (byte)'"':
                    isInString = !isInString;
                    break;
                case (byte)'[' or (byte)'{' when !isInString && ++depth > Options.MaxDepth:
                    return true;
                case (byte)']' or (byte)'}' when !isInString:
                    depth--;
                    break;
            }
        }

        return false;
    }

    /// <summary>A scalar as text without quotes; null for objects, arrays and null.</summary>
    public static string? Text(JsonNode? node) =>
        node is not JsonValue ? null
        : node.GetValueKind() == JsonValueKind.String ? node.ToString()
        : node.ToJsonString();

    private static JsonNode? NodeOf(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new JsonObject();
                foreach (var member in value.EnumerateObject())
                {
                    members[NameOf(member)] = NodeOf(member.Value);
                }

                return members;
            case JsonValueKind.Array:
                var elements = new JsonArray();
                foreach (var element in value.EnumerateArray())
                {
                    elements.Add(NodeOf(element));
                }

                return elements;
            case JsonValueKind.String:
                return JsonValue.Create(TextOf(value));
            case JsonValueKind.Null:
                return null;
            default:
                return JsonValue.Create(value);
        }
    }

    private static string TextOf(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Repaired(JsonMarshal.GetRawUtf8Value(text)[1..^1]);
        }
    }

    private static string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return Repaired(JsonMarshal.GetRawUtf8PropertyName(member));
        }
    }

    /// <summary>The text between the quotes, with U+FFFD for bytes that are not UTF-8 and for surrogates without their partner.</summary>
    private static string Repaired(ReadOnlySpan<byte> escaped)
    {
        var units = new StringBuilder();
        var text = Encoding.UTF8.GetString(escaped);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '\\')
            {
                units.Append(text[at]);
                continue;
            }

            at++;
            if (text[at] == 'u')
            {
                units.Append((char)ushort.Parse(text.AsSpan(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                at += 4;
            }
            else
            {
                units.Append(text[at] switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', var other => other });
            }
        }

        var repaired = new StringBuilder(units.Length);
        foreach (var rune in units.ToString().EnumerateRunes())
        {
            repaired.Append(rune);
        }

        return repaired.ToString();
    }
}
