using SocialContract.Contract.Http;

namespace SocialContract.Contract.Secrets;

/// <summary>The secrets in a credential as it was given: <c>Basic dXNlcjpwYXNz</c> also holds <c>user:pass</c> and <c>pass</c>.</summary>
internal static class CredentialParts
{
    /// <summary>Shorter parts are ordinary words. Characters.</summary>
    private const int Shortest = 3;

    /// <summary>Names of parameters whose values are public: they say how credentials are made (RFC 7616, OAuth 1.0, AWS).</summary>
    private static readonly HashSet<string> Public = new(StringComparer.OrdinalIgnoreCase)
    {
        "realm", "uri", "qop", "nc", "algorithm", "charset", "userhash", "stale", "domain", "headers", "SignedHeaders", "oauth_version",
        "oauth_signature_method", "oauth_timestamp",
    };

    /// <summary>
    /// The values of the parameters in credentials (RFC 9110, section 11.4), such as <c>username="u", response="s"</c>, and the words
    /// beside them.
    /// </summary>
    /// <param name="credentials">Without the name of their scheme.</param>
    public static IEnumerable<string> Parameters(string credentials)
    {
        var text = credentials.AsMemory();
        while (!text.IsEmpty)
        {
            text = text.TrimStart(" \t,;");
            var length = FieldSyntax.TokenLength(text.Span);
            var name = text[..length];
            var rest = text[length..].TrimStart(" \t");
            if (rest.Span is not ['=', ..])
            {
                length = text.Span.IndexOfAny(" \t,;") is >= 0 and var wordEnd ? wordEnd : text.Length;
                if (length >= Shortest)
                {
                    yield return text[..length].ToString();
                }

                text = text[length..];
                continue;
            }

            rest = rest[1..].TrimStart(" \t");
            if (FieldSyntax.TryReadQuoted(rest.Span, out var value, out length) || rest.Span is ['"', ..])
            {
                value = value.Length > 0 ? value : rest.Span.Trim('"').ToString();
            }
            else
            {
                length = rest.Span.IndexOfAny(',', ';') is >= 0 and var end ? end : rest.Length;
                value = rest[..length].Span.Trim().ToString();
            }

            text = rest[length..];
            if (value.Length >= Shortest && !Public.Contains(name.ToString()))
            {
                yield return value;
            }
        }
    }

    public static IEnumerable<string> Of(string credential)
    {
        if (credential.Length == 0)
        {
            return [];
        }

        var value = AuthorizationValue.Read(credential).Credentials is { IsEmpty: false } rest ? rest.ToString() : credential;
        return ((string[])[credential, value, .. Base64Forms.Decoded(value)])
            .Where((part, index) => index == 0 || part.Length >= Shortest)
            .Distinct(StringComparer.Ordinal);
    }
}
