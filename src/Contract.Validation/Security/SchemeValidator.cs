using System.Buffers.Text;
using System.Text;
using SocialContract.Contract.Http;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Validation.Decoding;

namespace SocialContract.Contract.Validation.Security;

/// <summary>Checks the credentials of a security scheme (OpenAPI 3.1, section 4.8.27).</summary>
/// <remarks>
/// A token follows the scheme word and exactly one space, and has only visible ASCII characters: the rules that the token68 of RFC 6750 and
/// RFC 9110 and the opaque tokens of real servers share. The scheme word is case-insensitive (RFC 9110 section 11.1). A bare API key may be
/// any text that is not empty. A message does not show client certificates, so mutual TLS is treated as met.
/// </remarks>
internal sealed class SchemeValidator(SecurityScheme scheme)
{
    /// <summary>RFC 6901 pointer into the message.</summary>
    public string Instance { get; } = MessageSites.PlaceOf(scheme.In, scheme.ParameterName);

    /// <summary>E.g. <c>Authentication: Bearer TOKEN</c>.</summary>
    public string Expected { get; } = scheme.In switch
    {
        ParameterLocation.Query => $"the query parameter {scheme.ParameterName}",
        ParameterLocation.Cookie => $"the cookie {scheme.ParameterName}",
        _ when scheme.Kind == SecuritySchemeKind.HttpBasic => $"{scheme.ParameterName}: Basic base64(USER:PASSWORD)",
        _ when scheme.Scheme is { } word => $"{scheme.ParameterName}: {word} TOKEN",
        _ => $"{scheme.ParameterName}: KEY",
    };

    public Credential Validate(RequestMessage message, MessageScratch scratch, Func<SecurityScheme, string, bool>? accepts)
    {
        if (scheme.Kind == SecuritySchemeKind.MutualTls)
        {
            return Credential.Met;
        }

        if (scheme.In != ParameterLocation.Header)
        {
            return CheckPair(scheme.In == ParameterLocation.Query ? scratch.Query : scratch.Cookies, scratch, accepts);
        }

        return message.Headers[scheme.ParameterName] is { } value ? CheckValue(value, accepts) : Credential.Missing;
    }

    private Credential CheckPair(NameValuePairs pairs, MessageScratch scratch, Func<SecurityScheme, string, bool>? accepts)
    {
        var at = pairs.Find(scheme.ParameterName);
        if (at < 0)
        {
            return Credential.Missing;
        }

        var start = scratch.Text.Length;
        var decoding = scheme.In == ParameterLocation.Query ? TextDecoding.PercentAndPlus : TextDecoding.PercentIfWellFormed;
        if (!StyleDecoder.TryDecode(pairs.Value(at), decoding, scratch.Text))
        {
            return Credential.Malformed("a value with bad percent-encoding");
        }

        var value = Encoding.UTF8.GetString(scratch.Text.Written[start..]);
        scratch.Text.Truncate(start);
        return CheckValue(value, accepts);
    }

    private Credential CheckValue(string value, Func<SecurityScheme, string, bool>? accepts)
    {
        var token = value.AsSpan();
        if (token.IsEmpty)
        {
            return Credential.Malformed("an empty value");
        }

        if (scheme.Scheme is { } word)
        {
            var read = AuthorizationValue.Read(value);
            if (!read.Scheme.Equals(word, StringComparison.OrdinalIgnoreCase) || read.Written is not ([] or [' ', ..]))
            {
                return Credential.Malformed($"a value that does not begin with the word {word}");
            }

            if (read.Credentials.IsEmpty)
            {
                return Credential.Malformed($"no token after {word}");
            }

            token = read.Written[1..];
            if (scheme.Kind != SecuritySchemeKind.HttpOther && token[0] == ' ')
            {
                return Credential.Malformed($"more than one space after {word}");
            }
        }

        return CheckToken(token, accepts);
    }

    private Credential CheckToken(ReadOnlySpan<char> token, Func<SecurityScheme, string, bool>? accepts)
    {
        if (scheme.Kind == SecuritySchemeKind.HttpBasic && !IsBasic(token))
        {
            return Credential.Malformed("credentials that are not the base64 of USER:PASSWORD");
        }

        var isToken = scheme.Scheme is not null && scheme.Kind is not (SecuritySchemeKind.HttpOther or SecuritySchemeKind.HttpBasic);
        if (isToken && FieldSyntax.IndexOfInvisible(token) >= 0)
        {
            return Credential.Malformed("a token with white space or other characters that tokens do not have");
        }

        return accepts is null || accepts(scheme, token.ToString()) ? Credential.Met : Credential.Unknown;
    }

    /// <summary>RFC 7617 section 2.</summary>
    private static bool IsBasic(ReadOnlySpan<char> token)
    {
        if (!Base64.IsValid(token, out var length) || FieldSyntax.IndexOfInvisible(token) >= 0)
        {
            return false;
        }

        var decoded = new byte[length];
        return Convert.TryFromBase64Chars(token, decoded, out var written) && decoded.AsSpan(0, written).Contains((byte)':');
    }
}
