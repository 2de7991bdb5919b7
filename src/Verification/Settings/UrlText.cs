using System.Text.RegularExpressions;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Secrets;

namespace SocialContract.Verification.Settings;

/// <summary>Removes secrets from URLs that a user gave, which need not be valid, so that messages can show them.</summary>
internal static partial class UrlText
{
    /// <summary>
    /// The text before the last <c>@</c>, after the scheme: a user name and a password, which hold any character where they are not
    /// encoded. Empty if there is none.
    /// </summary>
    public static string UserInfo(string url)
    {
        var at = url.LastIndexOf('@');
        return at < 0 ? "" : url[Scheme().Match(url).Length..Math.Max(at, Scheme().Match(url).Length)];
    }

    /// <summary>
    /// The URL without its user name and password, and without the values of secrets in its query. A text that is neither a URL nor like a
    /// host or path is replaced: it may be a token in the wrong place.
    /// </summary>
    public static string Shown(string url)
    {
        if (!url.Contains(":/", StringComparison.Ordinal) && !Plain().IsMatch(TargetParts.OfReference(url).BeforeQuery))
        {
            return Redactor.Word;
        }

        var user = UserInfo(url);
        return Redactor.WellKnown.Target(
            user.Length == 0 ? url : $"{Scheme().Match(url).Value}{Redactor.Word}{url[url.LastIndexOf('@')..]}");
    }

    /// <summary>Words, an address of digits, a port, a path of words.</summary>
    [GeneratedRegex(@"^(?:[a-z][a-z.-]*|\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:]+\])?(?::\d{1,5})?(?:/[a-z/.-]*)?$")]
    private static partial Regex Plain();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9+.-]*:/+")]
    private static partial Regex Scheme();
}
