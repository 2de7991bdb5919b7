using System.Text;
using SocialContract.Contract.Http;

namespace SocialContract.Contract.Secrets;

/// <summary>Replaces secrets in the values of headers.</summary>
internal static class SecretHeader
{
    private static readonly HashSet<string> Urls =
        new(StringComparer.OrdinalIgnoreCase) { "Location", "Content-Location", "Referer", "Link", "Refresh" };

    /// <summary>Whether the header holds URLs, whose paths and queries may hold secrets.</summary>
    public static bool IsUrl(string name) => Urls.Contains(name);

    /// <summary>The replacement; the name of an authentication scheme before it stays.</summary>
    public static string Hidden(string name, string value, SecretDocument document, List<string>? removed)
    {
        var read = AuthorizationValue.Read(value);
        var scheme = read.Scheme.ToString();
        var isScheme = !read.Credentials.IsEmpty && document.SchemeWords.Contains(scheme);
        removed?.AddRange(
            IsCookie(name) ? [value, .. CookieValues(name, value, document)]
            : isScheme ? InCredentials(read.Credentials.ToString())
            : SecretParts.OfText(value, document.Header(name) ?? new SecretPair(name, null, true))
                .Concat(InCredentials(read.Credentials.ToString())));
        return isScheme ? $"{scheme} {Redactor.Word}" : Redactor.Word;
    }

    /// <summary>The credentials without their scheme, and the values of their parameters, each also decoded.</summary>
    private static IEnumerable<string> InCredentials(string credentials) => CredentialParts.Of(credentials)
        .Concat(CredentialParts.Parameters(credentials))
        .SelectMany(part => SecretParts.OfText(part, new SecretPair("", null, true)));

    public static bool IsCookie(string name) =>
        name.Equals("Cookie", StringComparison.OrdinalIgnoreCase) || name.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase);

    /// <summary>The values of a Cookie header's pairs; of a Set-Cookie header that of the cookie, without its attributes.</summary>
    private static List<string> CookieValues(string name, string value, SecretDocument document)
    {
        var values = new List<string>();
        for (var start = 0; start < value.Length;)
        {
            var pair = NameValuePair.CookieAt(value, start);
            values.AddRange(SecretParts.OfText(
                pair.Value<char>(value).ToString(), document.Cookie(pair.Name<char>(value).Trim().ToString())));
            start = name.StartsWith("Set-", StringComparison.OrdinalIgnoreCase) ? value.Length : pair.End + 1;
        }

        return values;
    }

    /// <summary>The value with each URL as the function shows it: a whole Location, those in angle brackets of a Link.</summary>
    public static string WithUrls(string value, Func<string, string> shown)
    {
        if (!value.Contains('<', StringComparison.Ordinal))
        {
            return shown(value);
        }

        var text = new StringBuilder();
        var at = 0;
        while (value.IndexOf('<', at) is >= 0 and var open && value.IndexOf('>', open) is >= 0 and var close)
        {
            text.Append(value, at, open + 1 - at).Append(shown(value[(open + 1)..close]));
            at = close;
        }

        return text.Append(shown(value[at..])).ToString();
    }
}
