using System.Text;
using System.Text.Json;
using SocialContract.Contract.Http;
using SocialContract.Contract.Messages;
using SocialContract.MockServer.Stubs.Reading;

namespace SocialContract.MockServer.Admin.Requests;

/// <summary>Reads a request as the journal shows it, of which url, method, headers and body count.</summary>
internal static class LoggedRequestReader
{
    /// <param name="fault">What is wrong.</param>
    /// <returns>Null if it is not a request.</returns>
    public static RequestMessage? Read(ReadOnlyMemory<byte> json, out StubFault fault)
    {
        fault = new("", "the request is a JSON object with `url` and `method`");
        JsonElement root;
        try
        {
            root = JsonElement.Parse(json.Span);
        }
        catch (JsonException)
        {
            return null;
        }

        if (root.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (Text(root, "url") is not ['/', ..] url)
        {
            fault = new("/url", "a path with its query is expected, such as /pets?limit=1");
            return null;
        }

        var method = Text(root, "method") ?? "GET";
        if (!FieldSyntax.IsToken(method))
        {
            fault = new("/method", "a method is expected, such as GET");
            return null;
        }

        var headers = new List<KeyValuePair<string, string>>();
        if (root.TryGetProperty("headers", out var given) && given.ValueKind == JsonValueKind.Object)
        {
            headers.AddRange(given.EnumerateObject().SelectMany(header => Values(header.Value), (header, value) =>
                new KeyValuePair<string, string>(header.Name, value)));
        }

        var body = Text(root, "bodyAsBase64") is { } encoded && TryDecode(encoded, out var bytes)
            ? bytes
            : Encoding.UTF8.GetBytes(Text(root, "body") ?? "");
        return new RequestMessage(method, url, HeaderFields.Of(headers), body);
    }

    private static IEnumerable<string> Values(JsonElement value) =>
        (value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : new[] { value })
            .Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!);

    private static bool TryDecode(string encoded, out byte[] bytes)
    {
        bytes = new byte[encoded.Length];
        var isBase64 = Convert.TryFromBase64String(encoded, bytes, out var length);
        bytes = bytes[..length];
        return isBase64;
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
