using SocialContract.Contract.Http;

namespace SocialContract.Verification.Settings;

/// <summary>The secrets in a header that a user gave for a run.</summary>
internal static class HeaderSecrets
{
    /// <summary>Headers of content negotiation, caching and the like: their values are not secret, and common in other texts.</summary>
    private static readonly HashSet<string> Public = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Accept-Charset", "Accept-Encoding", "Accept-Language", "Cache-Control", "Host", "If-Match", "If-None-Match", "Origin",
        "Pragma", "Prefer", "Range", "Referer", "TE", "User-Agent",
    };

    /// <summary>The value; of cookies each value; nothing of a header that holds no secrets.</summary>
    public static IEnumerable<string> In(KeyValuePair<string, string> header) =>
        Public.Contains(header.Key) ? []
        : header.Key.Equals("Cookie", StringComparison.OrdinalIgnoreCase) ? InCookies(header.Value)
        : [header.Value];

    /// <summary>The values; a cookie without an equals sign is a value.</summary>
    private static IEnumerable<string> InCookies(string cookies)
    {
        for (var start = 0; start < cookies.Length;)
        {
            var cookie = NameValuePair.CookieAt(cookies, start);
            start = cookie.End + 1;
            yield return (cookie.HasValue ? cookie.Value<char>(cookies) : cookie.Name<char>(cookies)).Trim().ToString();
        }
    }
}
