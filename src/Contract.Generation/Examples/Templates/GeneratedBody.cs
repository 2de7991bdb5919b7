using System.Text;
using System.Text.Json;
using System.Xml;
using SocialContract.Contract.Generation.Data;
using SocialContract.Contract.Http;

namespace SocialContract.Contract.Generation.Examples.Templates;

/// <summary>
/// Writes generated data by its media type: XML as elements, JSON lines and server-sent events as one or several records, scalars of other
/// types as their text. Arrays and objects of other types, YAML among them, are written as JSON.
/// </summary>
internal static class GeneratedBody
{
    private const string Root = "root";
    private const string Item = "item";

    public static byte[] Write(string mediaType, ReadOnlyMemory<byte> json)
    {
        if (!MediaTypeName.TryParse(mediaType, out var name) || name.MayBeJson)
        {
            return json.ToArray();
        }

        using var document = JsonDocument.Parse(json);
        var value = document.RootElement;
        if (name.IsJsonLines)
        {
            return Records(value, "", "\n");
        }

        if (name.IsEventStream && BodyEncoding.TextOf(value) is null)
        {
            return Records(value, "data: ", "\n\n");
        }

        if (name.IsXml)
        {
            return Xml(value);
        }

        return BodyEncoding.TextOf(value) is { } text ? Encoding.UTF8.GetBytes(text) : json.ToArray();
    }

    /// <summary>A record for each element of an array, else one.</summary>
    private static byte[] Records(JsonElement value, string before, string after)
    {
        IEnumerable<JsonElement> records = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
        var text = string.Concat(records.Select(record => $"{before}{Encoding.UTF8.GetString(JsonPieces.Minified(record))}{after}"));
        return Encoding.UTF8.GetBytes(text);
    }

    private static byte[] Xml(JsonElement value)
    {
        using var output = new MemoryStream();
        using (var writer = XmlWriter.Create(output, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = false }))
        {
            writer.WriteStartElement(Root);
            WriteContent(writer, value);
            writer.WriteEndElement();
        }

        return output.ToArray();
    }

    private static void WriteContent(XmlWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    WriteMember(writer, XmlConvert.EncodeLocalName(member.Name) is { Length: > 0 } name ? name : Item, member.Value);
                }

                break;
            case JsonValueKind.Array:
                WriteMember(writer, Item, value);
                break;
            default:
                writer.WriteString(BodyEncoding.TextOf(value) ?? "");
                break;
        }
    }

    /// <summary>An element, or one for each element of an array (OpenAPI 3.1, section 4.8.26: arrays are not wrapped).</summary>
    private static void WriteMember(XmlWriter writer, string name, JsonElement value)
    {
        IEnumerable<JsonElement> elements = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
        foreach (var element in elements)
        {
            writer.WriteStartElement(name);
            WriteContent(writer, element);
            writer.WriteEndElement();
        }
    }
}
