using System.Text;
using System.Text.Json;
using SocialContract.Contract.Generation.Data;
using SocialContract.Contract.Generation.Requests;
using SocialContract.Contract.Http;
using SocialContract.Contract.Model;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Generation.Examples;

/// <summary>
/// Values of the headers that a response describes: examples, defaults and constants, or generated data for a required header.
/// </summary>
internal static class ResponseHeaders
{
    public static IReadOnlyList<KeyValuePair<string, string>> Of(Response response, DataGenerator generator)
    {
        var headers = new List<KeyValuePair<string, string>>();
        foreach (var header in response.Headers)
        {
            // A described Content-Type is ignored (OpenAPI 3.1, section 4.8.17.1).
            if (!header.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)
                && ValueOf(header, generator) is { } value
                && FieldSyntax.IsValue(value))
            {
                headers.Add(new(header.Name, value));
            }
        }

        return headers;
    }

    private static string? ValueOf(Parameter header, DataGenerator generator)
    {
        var examples = header.Content is { } content ? content.Examples : header.Examples;
        if (examples.Select(example => example.Value).FirstOrDefault(value => value is not null) is { } example)
        {
            return Write(example.Value, header);
        }

        var schema = header.Schema ?? header.Content?.Schema;
        if (schema is null || generator.Generate(schema, MessageDirection.Response, 0) is not GenerationOutcome.Generated generated)
        {
            return null;
        }

        if (!header.Required && generated.Origin == ValueOrigin.Generated)
        {
            return null;
        }

        using var document = JsonDocument.Parse(generated.Json);
        return Write(document.RootElement, header);
    }

    /// <summary>In style <c>simple</c>, the only style of headers; as JSON where the header has a media type that is JSON.</summary>
    private static string Write(JsonElement value, Parameter header) => value.ValueKind switch
    {
        _ when header.Content is { } content && MediaTypes.IsJson(content.Name) =>
            Encoding.UTF8.GetString(JsonPieces.Minified(value)),
        JsonValueKind.Array => string.Join(',', value.EnumerateArray().Select(Text)),
        JsonValueKind.Object => string.Join(
            ',', value.EnumerateObject().Select(member => $"{member.Name}{(header.Explode ? '=' : ',')}{Text(member.Value)}")),
        _ => Text(value),
    };

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
