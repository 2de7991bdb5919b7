using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SocialContract.Contract.Generation.Requests;

/// <summary>Writes a body as a form, with nested names in the notation of Rails: <c>a[b]=1</c>, <c>list[][id]=1</c>.</summary>
internal static class FormWriter
{
    public const string Boundary = "contract-kit-boundary";

    /// <summary>
    /// Encodes as <c>application/x-www-form-urlencoded</c>; null where the body is not an object or a form cannot represent it.
    /// </summary>
    public static byte[]? UrlEncoded(JsonNode? body) =>
        Fields(body) is { } fields
            ? Encoding.ASCII.GetBytes(string.Join('&', fields.Select(UrlEncoded)))
            : null;

    /// <summary>Encodes as <c>multipart/form-data</c> (RFC 7578) with <see cref="Boundary"/>; null as above.</summary>
    public static byte[]? Multipart(JsonNode? body)
    {
        if (Fields(body) is not { } fields)
        {
            return null;
        }

        var text = new StringBuilder();
        foreach (var (name, value) in fields)
        {
            text.Append("--").Append(Boundary).Append("\r\nContent-Disposition: form-data; name=\"")
                .Append(name.Replace("\"", "%22", StringComparison.Ordinal))
                .Append("\"\r\n\r\n").Append(value).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.Append("--").Append(Boundary).Append("--\r\n").ToString());
    }

    private static string UrlEncoded(KeyValuePair<string, string> field) =>
        $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}";

    private static List<KeyValuePair<string, string>>? Fields(JsonNode? body)
    {
        var fields = new List<KeyValuePair<string, string>>();
        return body is JsonObject members && members.All(member => Add(member.Key, member.Value, fields)) ? fields : null;
    }

    private static bool Add(string name, JsonNode? value, List<KeyValuePair<string, string>> fields)
    {
        switch (value)
        {
            case null:
                return false;
            case JsonObject { Count: > 0 } members:
                return members.All(member => Add($"{name}[{member.Key}]", member.Value, fields));
            case JsonArray { Count: > 0 } elements:
                return elements.All(element => Add($"{name}[]", element, fields));
            case JsonObject or JsonArray:
                return false;
            default:
                fields.Add(new(name, value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString()));
                return true;
        }
    }
}
