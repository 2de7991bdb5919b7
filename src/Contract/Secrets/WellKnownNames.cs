namespace SocialContract.Contract.Secrets;

/// <summary>Names of members, parameters and headers whose values are secret although no document says so.</summary>
/// <remarks>Case, hyphens, underscores and a leading <c>X-</c> do not matter: <c>accessToken</c>, <c>X-Access-Token</c>.</remarks>
internal static class WellKnownNames
{
    private static readonly HashSet<string> Headers =
        new(StringComparer.OrdinalIgnoreCase) { "Authorization", "Proxy-Authorization", "Authentication", "Cookie", "Set-Cookie" };

    private static readonly HashSet<string> Always = new(StringComparer.OrdinalIgnoreCase)
    {
        "token", "accesstoken", "refreshtoken", "idtoken", "authtoken", "sessiontoken", "csrftoken", "apikey", "secret", "clientsecret",
        "password", "passwd", "clientassertion", "securitytoken", "amzsecuritytoken", "amzsignature", "googsignature",
    };

    private static readonly HashSet<string> UnlessDescribed = new(StringComparer.OrdinalIgnoreCase) { "code", "key", "signature", "sig" };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> AlwaysByText =
        Always.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> UnlessDescribedByText =
        UnlessDescribed.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string> Methods =
        new(StringComparer.Ordinal) { "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "QUERY" };

    private static readonly int Longest = Always.Max(name => name.Length);

    public static bool IsHeader(string name) => Headers.Contains(name) || IsSecret(name, isDescribed: false);

    /// <summary>Whether a method may be shown. Any other is a text that a client chose.</summary>
    public static bool IsMethod(string method) => Methods.Contains(method);

    /// <param name="isDescribed">
    /// Whether the document describes what has the name: <c>code</c> and <c>key</c> are then what the document says, and no secrets unless
    /// it says so.
    /// </param>
    public static bool IsSecret(ReadOnlySpan<char> name, bool isDescribed)
    {
        Span<char> plain = stackalloc char[Longest];
        var length = 0;
        if (name.StartsWith("x-", StringComparison.OrdinalIgnoreCase))
        {
            name = name[2..];
        }

        foreach (var character in name)
        {
            if (character is '-' or '_')
            {
                continue;
            }

            if (length == Longest)
            {
                return false;
            }

            plain[length++] = character;
        }

        return AlwaysByText.Contains(plain[..length]) || (!isDescribed && UnlessDescribedByText.Contains(plain[..length]));
    }
}
