using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SocialContract.Contract.Generation.Requests;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Messages;

namespace SocialContract.Verification.Planning.Requests;

/// <summary>Writes a draft down as the bytes that go out.</summary>
internal static class RequestWriter
{
    /// <summary>A token that no server gives.</summary>
    public const string UnknownToken = "contract-kit-unknown-token";

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The request, placeholders in it; null where the values cannot be written in the body's media type.</summary>
    public static RequestMessage? Write(RequestDraft draft)
    {
        var head = new RequestHead(draft.Operation.Path);
        foreach (var parameter in draft.Operation.Parameters.Where(parameter => !parameter.IsIgnored))
        {
            if (parameter.In == ParameterLocation.Path
                && draft.Needs.FirstOrDefault(needed => needed.Parameter == parameter.Name) is { Creator: { } creator })
            {
                head.AddPath(parameter.Name, $"{{{creator}}}");
            }
            else if (MessageValues.TryGet(draft.Values, PlaceOf(parameter), out var value))
            {
                head.Add(parameter, ParameterWriter.Write(parameter, ToElement(value)));
            }
        }

        Authenticate(draft, head);
        head.AddHeader("Accept", "application/json, */*;q=0.1");
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
            head.AddHeader("Content-Type", draft.ContentType ?? MediaTypes.ContentType(media.Name));
        }

        return new RequestMessage(draft.Operation.Method, head.Target, HeaderFields.Of(head.Headers), body.GetValueOrDefault());
    }

    /// <summary>The pointer of a parameter's value among a draft's parts.</summary>
    public static string PlaceOf(Parameter parameter) =>
        $"/{parameter.In.ToString().ToLowerInvariant()}/{Contract.Documents.JsonPointer.Escape(parameter.Name)}";

    public static byte[] Json(JsonNode? value) => System.Text.Encoding.UTF8.GetBytes(value?.ToJsonString(Relaxed) ?? "null");

    private static byte[]? Body(RequestDraft draft)
    {
        var value = draft.Values["body"];
        var name = draft.Media!.Name;
        return MediaTypes.IsJson(name) ? Json(value)
            : MediaTypes.IsUrlEncoded(name) ? FormWriter.UrlEncoded(value)
            : MediaTypes.IsMultipart(name) ? FormWriter.Multipart(value)
            : value?.GetValueKind() == JsonValueKind.String ? System.Text.Encoding.UTF8.GetBytes(value.GetValue<string>())
            : null;
    }

    private static void Authenticate(RequestDraft draft, RequestHead head)
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
            if (draft.Credential == CredentialForm.WrongHeader)
            {
                head.AddHeader(OtherHeader(scheme), value);
            }
            else
            {
                head.AddCredential(scheme.In, scheme.ParameterName, value);
            }
        }
    }

    private static string Unknown(SecurityScheme scheme) =>
        scheme.Kind == SecuritySchemeKind.HttpBasic ? Convert.ToBase64String("contract-kit:unknown-token"u8) : UnknownToken;

    private static string Other(string? scheme) => string.Equals(scheme, "Basic", StringComparison.OrdinalIgnoreCase) ? "Bearer" : "Basic";

    private static string OtherHeader(SecurityScheme scheme) =>
        scheme.In != ParameterLocation.Header || !scheme.ParameterName.Equals("Authorization", StringComparison.OrdinalIgnoreCase)
            ? "Authorization"
            : "X-Authorization";

    private static JsonElement ToElement(JsonNode? value) => JsonElement.Parse(Json(value));
}
