using System.Text.Json.Nodes;
using SocialContract.Contract.Generation.Requests;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Planning.Requests;

/// <summary>
/// Writes a draft as a request: the composer's form, with placeholders for the ids that the server gives, the draft's form of credentials,
/// and its raw body.
/// </summary>
internal static class RequestWriter
{
    /// <summary>A token that no server gives.</summary>
    public const string UnknownToken = "contract-kit-unknown-token";

    /// <summary>The request with its placeholders; null where the values cannot be written in the body's media type.</summary>
    public static RequestMessage? Write(RequestDraft draft)
    {
        var request = new RequestComposer(draft.Operation);
        foreach (var parameter in draft.Operation.Parameters.Where(parameter => !parameter.IsIgnored))
        {
            if (parameter.In == ParameterLocation.Path
                && draft.Needs.FirstOrDefault(needed => needed.Parameter == parameter.Name) is { Creator: { } creator })
            {
                request.AddPath(parameter.Name, $"{{{creator}}}");
            }
            else if (draft.Values[MessageSites.WordOf(parameter.In)] is JsonObject group
                && group.TryGetPropertyValue(parameter.Name, out var value))
            {
                request.AddParameter(parameter, BodyWriter.Element(value));
            }
        }

        Authenticate(draft, request);
        request.AddHeader("Accept", "application/json, */*;q=0.1");
        return TryAddBody(draft, request) ? request.Compose() : null;
    }

    private static bool TryAddBody(RequestDraft draft, RequestComposer request)
    {
        if (draft is { HasBody: true, RawBody: null })
        {
            return request.TryAddBody(draft.Media!, draft.Values["body"], draft.ContentType);
        }

        var written = draft is { HasBody: true, Media: { } media } ? MediaTypes.ContentType(media.Name) : null;
        request.AddBody(draft.RawBody, draft.Media is null ? null : draft.ContentType ?? written);
        return true;
    }

    private static void Authenticate(RequestDraft draft, RequestComposer request)
    {
        foreach (var scheme in draft.Credential == CredentialForm.Missing ? [] : RequestComposer.SchemesOf(draft.Operation))
        {
            var token = draft.Credential == CredentialForm.Unknown ? Unknown(scheme) : ContractCase.TokenOf(draft.Role);
            var word = draft.Credential == CredentialForm.WrongScheme ? Other(scheme.Scheme) : scheme.Scheme;
            var credential = draft.Credential == CredentialForm.Empty ? "" : RequestComposer.CredentialOf(word, token);
            if (draft.Credential == CredentialForm.WrongHeader)
            {
                request.AddHeader(OtherHeader(scheme), credential);
            }
            else
            {
                request.AddCredential(scheme, credential);
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
}
