using System.Text.Json;
using SocialApi.Contract.Generation;
using SocialApi.Contract.Model;
using SocialApi.Contract.Schemas;
using SocialApi.JsonSchema;
using Encoding = System.Text.Encoding;

namespace SocialApi.Contract.Samples;

/// <summary>Builds a request that an operation accepts: required parameters and an example body, generated where there is no example.</summary>
/// <param name="generator">Makes what the document has no example for.</param>
/// <param name="token">Stands for the caller's credential.</param>
public sealed class SampleRequestBuilder(DataGenerator generator, string token)
{
    /// <summary>A longer first example gives way to the shortest one, so that it can be read in a terminal. Characters.</summary>
    private const int LongestFirst = 600;

    /// <returns>Null where a required value has neither an example nor a schema that data can be made for.</returns>
    public SampleRequest? Build(Operation operation)
    {
        var path = operation.Path;
        var query = new List<string>();
        var headers = new List<KeyValuePair<string, string>>();
        var cookies = new List<string>();

        foreach (var parameter in operation.Parameters.Where(parameter => parameter.Required))
        {
            if (ValueOf(parameter) is not { } value)
            {
                return null;
            }

            var text = ParameterWriter.Write(parameter, value);
            switch (parameter.In)
            {
                case ParameterLocation.Path:
                    path = path.Replace($"{{{parameter.Name}}}", text, StringComparison.Ordinal);
                    break;
                case ParameterLocation.Query when text.Length > 0:
                    query.Add(text);
                    break;
                case ParameterLocation.Header:
                    headers.Add(new(parameter.Name, text));
                    break;
                case ParameterLocation.Cookie:
                    cookies.Add(text);
                    break;
            }
        }

        Authenticate(operation, query, headers, cookies);
        if (cookies.Count > 0)
        {
            headers.Add(new("Cookie", string.Join("; ", cookies)));
        }

        string? body = null;
        if (operation.RequestBody is { } requestBody)
        {
            var media = requestBody.Content.FirstOrDefault(content => IsJson(content.Name)) ?? (requestBody is { Required: true, Content: [var first, ..] } ? first : null);
            if (media is not null)
            {
                body = BodyOf(media);
                if (body is null && requestBody.Required)
                {
                    return null;
                }

                headers.Add(new("Content-Type", media.Name));
            }
        }

        var target = query.Count == 0 ? path : $"{path}?{string.Join('&', query)}";
        return new SampleRequest(operation.Method, target, headers, body);
    }

    private JsonElement? ValueOf(Parameter parameter)
    {
        var content = parameter.Content;
        return ValueOf(content?.Examples ?? parameter.Examples, parameter.Schema ?? content?.Schema, examples => examples[0]);
    }

    private string? BodyOf(MediaType media)
    {
        if (IsJson(media.Name))
        {
            return ValueOf(media.Examples, media.Schema, Shown) is { } value ? Compact(value) : null;
        }

        var examples = ValuesOf(media.Examples);
        return examples.Count > 0 ? TextOf(Shown(examples)) : null;
    }

    /// <summary>An example that its schema accepts, else generated data, else what the document has all the same.</summary>
    private JsonElement? ValueOf(IReadOnlyList<Example> examples, SchemaReference? schema, Func<List<JsonElement>, JsonElement> choose)
    {
        var written = ValuesOf(examples);
        var fitting = written.Where(value => Fits(value, schema)).ToList();
        return fitting.Count > 0 ? choose(fitting)
            : schema is not null && Generate(schema) is { } generated ? generated
            : written.Count > 0 ? choose(written)
            : null;
    }

    private static List<JsonElement> ValuesOf(IReadOnlyList<Example> examples) =>
        [.. examples.Where(example => example.Value is not null).Select(example => example.Value!.Value.Value)];

    private static bool Fits(JsonElement value, SchemaReference? schema) =>
        schema?.Compiled(MessageDirection.Request) is not CompileResult.Compiled { Schema: var compiled } || compiled.IsValid(Encoding.UTF8.GetBytes(value.GetRawText()));

    private static JsonElement Shown(List<JsonElement> examples) =>
        Compact(examples[0]).Length <= LongestFirst ? examples[0] : examples.MinBy(example => Compact(example).Length);

    private JsonElement? Generate(SchemaReference schema) =>
        generator.Generate(schema, MessageDirection.Request, seed: 0) is GenerationOutcome.Generated made ? JsonElement.Parse(made.Json.Span) : null;

    private void Authenticate(Operation operation, List<string> query, List<KeyValuePair<string, string>> headers, List<string> cookies)
    {
        if (operation.Security.Count == 0 || operation.Security.Any(requirement => requirement.Schemes.Count == 0))
        {
            return;
        }

        // One header holds one credential: an alternative that asks for two in the same place cannot be met.
        var requirement = operation.Security.FirstOrDefault(one => one.Schemes.DistinctBy(PlaceOf).Count() == one.Schemes.DistinctBy(scheme => (PlaceOf(scheme), CredentialFor(scheme))).Count())
            ?? operation.Security[0];
        foreach (var scheme in requirement.Schemes.DistinctBy(PlaceOf))
        {
            switch (scheme.In)
            {
                case ParameterLocation.Query:
                    query.Add($"{Uri.EscapeDataString(scheme.ParameterName)}={token}");
                    break;
                case ParameterLocation.Cookie:
                    cookies.Add($"{scheme.ParameterName}={token}");
                    break;
                default:
                    headers.Add(new(scheme.ParameterName, CredentialFor(scheme)));
                    break;
            }
        }
    }

    private static (ParameterLocation, string) PlaceOf(SecurityScheme scheme) => (scheme.In, scheme.ParameterName);

    private string CredentialFor(SecurityScheme scheme) =>
        scheme.Kind == SecuritySchemeKind.HttpBasic ? $"Basic {Convert.ToBase64String("user:password"u8)}"
        : scheme.Scheme is null ? token
        : $"{scheme.Scheme} {token}";

    private static string TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : Compact(value);

    private static string Compact(JsonElement value)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            value.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static bool IsJson(string mediaType)
    {
        var name = mediaType.AsSpan();
        var end = name.IndexOf(';');
        name = (end < 0 ? name : name[..end]).Trim();
        return name.Equals("application/json", StringComparison.OrdinalIgnoreCase) || name.EndsWith("+json", StringComparison.OrdinalIgnoreCase) || name is "*/*";
    }
}
