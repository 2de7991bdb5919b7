using System.Text.RegularExpressions;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Secrets;

namespace SocialContract.Verification.Settings;

/// <summary>Removes secrets from URLs that a user gave, which need not be valid, so that messages can show them.</summary>
internal static partial class UrlText
{
    /// <summary>
    /// The text before the last <c>@</c>, after the scheme: a user name and a password, which hold any character where they are not
    /// encoded. Where the <c>@</c> was forgotten, a host whose port is not a number. Empty if there is none.
    /// </summary>
    public static string UserInfo(string url)
    {
        var start = Scheme().Match(url).Length;
        var at = url.LastIndexOf('@');
        if (at >= 0)
        {
            return url[start..Math.Max(at, start)];
        }

        var authority = url[start..].Split('/', '?', '#')[0];
        var isUser = start > 0 && !authority.StartsWith('[') && authority.Split(':', 2) is [_, var port] && !port.All(char.IsAsciiDigit);
        return isUser ? authority : "";
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
            user.Length == 0 ? url : $"{Scheme().Match(url).Value}{Redactor.Word}{url[(Scheme().Match(url).Length + user.Length)..]}");
    }

    /// <summary>Words, an address of digits, a port, a path of words.</summary>
    [GeneratedRegex(@"^(?:[a-z][a-z.-]*|\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:]+\])?(?::\d{1,5})?(?:/[a-z/.-]*)?$")]
    private static partial Regex Plain();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9+.-]*:/+")]
    private static partial Regex Scheme();
}
