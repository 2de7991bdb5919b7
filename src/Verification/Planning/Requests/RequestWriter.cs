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
    private static readonly string[] OtherSchemes = ["Basic", "Bearer", "Digest"];
    private static readonly string[] OtherHeaders = ["Authorization", "X-Authorization", "X-Contract-Kit-Authorization"];

    /// <summary>A token that no server gives.</summary>
    public const string UnknownToken = "contract-kit-unknown-token";

    /// <summary>
    /// The request with its placeholders; null where the values cannot be written: in the body's media type, as the parameter's style, or
    /// in a header.
    /// </summary>
    public static RequestMessage? Write(RequestDraft draft)
    {
        var request = new RequestComposer(draft.Operation);
        foreach (var parameter in draft.Operation.Parameters.Where(parameter => IsWritten(draft, parameter)))
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
        return TryAddBody(draft, request) && request.Compose() is var written && written.Headers.All(IsSendable) ? written : null;
    }

    /// <summary>
    /// Whether a value is written for the parameter: OpenAPI leaves some headers to other parts of the document, HTTP to the connection,
    /// and a credential to the caller.
    /// </summary>
    private static bool IsWritten(RequestDraft draft, Parameter parameter) =>
        !parameter.IsIgnored && !ConnectionHeaders.Include(parameter) && !CallerCredentials.Include(draft.Operation, parameter);

    /// <summary>Whether the value arrives as it is (RFC 9110, section 5.5): control characters and letters beyond ASCII may not.</summary>
    private static bool IsSendable(KeyValuePair<string, string> header) =>
        header.Value.All(letter => letter is '\t' or (>= ' ' and <= '~'));

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
        foreach (var scheme in draft.Credential == CredentialForm.Missing ? [] : draft.Schemes)
        {
            var token = draft.Credential == CredentialForm.Unknown ? Unknown(scheme) : draft.Given.PlaceholderOf(scheme, draft.Role);
            var word = draft.Credential == CredentialForm.WrongScheme ? OtherScheme(draft.Operation, scheme) : scheme.Scheme;
            var credential = draft.Credential == CredentialForm.Empty ? "" : RequestComposer.CredentialOf(word, token);
            if (draft.Credential == CredentialForm.WrongHeader)
            {
                request.AddHeader(OtherHeader(draft.Operation, scheme), credential);
            }
            else
            {
                request.AddCredential(scheme, credential);
            }
        }
    }

    private static string Unknown(SecurityScheme scheme) =>
        scheme.Kind == SecuritySchemeKind.HttpBasic ? Convert.ToBase64String("contract-kit:unknown-token"u8) : UnknownToken;

    /// <summary>
    /// The word of an authentication scheme that no alternative takes in the header; null where there is none: an API key may be any text.
    /// </summary>
    public static string? OtherScheme(Operation operation, SecurityScheme scheme)
    {
        var there = operation.Security.SelectMany(requirement => requirement.Schemes)
            .Where(other => other.In == scheme.In && other.ParameterName.Equals(scheme.ParameterName, StringComparison.OrdinalIgnoreCase))
            .Select(other => other.Scheme).ToList();
        return there.Contains(null) ? null
            : OtherSchemes.FirstOrDefault(word => !there.Contains(word, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>A header in which no alternative has a credential.</summary>
    private static string OtherHeader(Operation operation, SecurityScheme scheme) =>
        OtherHeaders.First(name => !CallerCredentials.IncludeHeader(operation, name)
            && !name.Equals(scheme.ParameterName, StringComparison.OrdinalIgnoreCase));
}
