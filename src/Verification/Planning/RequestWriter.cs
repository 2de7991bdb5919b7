using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SocialApi.Contract.Model;
using SocialApi.Contract.Samples;
using SocialApi.Verification.Cases;

namespace SocialApi.Verification.Planning;

/// <summary>Writes a draft down as the bytes that go out.</summary>
internal static partial class RequestWriter
{
    /// <summary>A token that no server gives.</summary>
    public const string UnknownToken = "contract-kit-unknown-token";

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Target, headers and body; null where the values cannot be written in the body's media type.</summary>
    public static WrittenRequest? Write(RequestDraft draft)
    {
        var path = new Dictionary<string, string>(StringComparer.Ordinal);
        var query = new List<string>();
        var headers = new List<KeyValuePair<string, string>>();
        var cookies = new List<string>();
        foreach (var parameter in draft.Operation.Parameters.Where(parameter => !parameter.IsIgnored))
        {
            if (parameter.In == ParameterLocation.Path && draft.Needs.FirstOrDefault(needed => needed.Parameter == parameter.Name) is { Creator: { } creator })
            {
                path[parameter.Name] = $"{{{creator}}}";
            }
            else if (Parts.TryGet(draft.Parts, PlaceOf(parameter), out var value))
            {
                Add(parameter, ParameterWriter.Write(parameter, ToElement(value)), path, query, headers, cookies);
            }
        }

        Authenticate(draft, query, headers, cookies);
        if (cookies.Count > 0)
        {
            headers.Add(new("Cookie", string.Join("; ", cookies)));
        }

        headers.Add(new("Accept", "application/json, */*;q=0.1"));
        ReadOnlyMemory<byte>? body = null;
        if (draft.HasBody)
        {
            if ((draft.RawBody ?? Body(draft)) is not { } bytes)
            {
                return null;
            }

            body = bytes;
        }

        if ((body is not null || draft.ContentType is not null) && draft.Media is { } media)
        {
            headers.Add(new("Content-Type", draft.ContentType ?? MediaTypes.ContentType(media.Name)));
        }

        var target = Filled(draft.Operation.Path, path);
        return new WrittenRequest(query.Count == 0 ? target : $"{target}?{string.Join('&', query)}", headers, body);
    }

    /// <summary>The pointer of a parameter's value among a draft's parts.</summary>
    public static string PlaceOf(Parameter parameter) =>
        $"/{parameter.In.ToString().ToLowerInvariant()}/{Contract.Sources.JsonPointer.Escape(parameter.Name)}";

    public static byte[] Json(JsonNode? value) => System.Text.Encoding.UTF8.GetBytes(value?.ToJsonString(Relaxed) ?? "null");

    /// <summary>The template with its parameters' values, in one pass, since a value may itself hold braces.</summary>
    private static string Filled(string template, Dictionary<string, string> values) =>
        Placeholder().Replace(template, match => values.GetValueOrDefault(match.Groups[1].Value) ?? match.Value);

    [GeneratedRegex(@"\{([^{}]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();

    private static void Add(
        Parameter parameter, string text, Dictionary<string, string> path, List<string> query, List<KeyValuePair<string, string>> headers, List<string> cookies)
    {
        switch (parameter.In)
        {
            case ParameterLocation.Path:
                path[parameter.Name] = text;
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

    private static byte[]? Body(RequestDraft draft)
    {
        var value = draft.Parts["body"];
        var name = draft.Media!.Name;
        return MediaTypes.IsJson(name) ? Json(value)
            : MediaTypes.IsUrlEncoded(name) ? FormWriter.UrlEncoded(value)
            : MediaTypes.IsMultipart(name) ? FormWriter.Multipart(value)
            : value?.GetValueKind() == JsonValueKind.String ? System.Text.Encoding.UTF8.GetBytes(value.GetValue<string>())
            : null;
    }

    private static void Authenticate(RequestDraft draft, List<string> query, List<KeyValuePair<string, string>> headers, List<string> cookies)
    {
        var schemes = draft.Operation.Security.FirstOrDefault(requirement => requirement.Schemes.Count > 0)?.Schemes ?? [];
        if (draft.Credential == CredentialForm.Missing)
        {
            return;
        }

        foreach (var scheme in schemes.Where(scheme => scheme.Kind != SecuritySchemeKind.MutualTls))
        {
            var token = draft.Credential == CredentialForm.Unknown ? Unknown(scheme) : ContractCase.TokenOf(draft.Role);
            var word = draft.Credential == CredentialForm.WrongScheme ? Other(scheme.Scheme) : scheme.Scheme;
            var value = draft.Credential == CredentialForm.Empty ? "" : word is null ? token : $"{word} {token}";
            var place = draft.Credential == CredentialForm.WrongHeader ? ParameterLocation.Header : scheme.In;
            switch (place)
            {
                case ParameterLocation.Query:
                    // The placeholder stays readable: a token is encoded when it takes its place.
                    query.Add($"{Uri.EscapeDataString(scheme.ParameterName)}={value}");
                    break;
                case ParameterLocation.Cookie:
                    cookies.Add($"{scheme.ParameterName}={value}");
                    break;
                default:
                    headers.Add(new(draft.Credential == CredentialForm.WrongHeader ? OtherHeader(scheme) : scheme.ParameterName, value));
                    break;
            }
        }
    }

    private static string Unknown(SecurityScheme scheme) =>
        scheme.Kind == SecuritySchemeKind.HttpBasic ? Convert.ToBase64String("contract-kit:unknown-token"u8) : UnknownToken;

    private static string Other(string? scheme) => string.Equals(scheme, "Basic", StringComparison.OrdinalIgnoreCase) ? "Bearer" : "Basic";

    private static string OtherHeader(SecurityScheme scheme) =>
        scheme.In != ParameterLocation.Header || !scheme.ParameterName.Equals("Authorization", StringComparison.OrdinalIgnoreCase) ? "Authorization" : "X-Authorization";

    private static JsonElement ToElement(JsonNode? value) => JsonElement.Parse(Json(value));
}
