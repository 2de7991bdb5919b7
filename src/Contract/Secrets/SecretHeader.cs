using System.Text;

namespace SocialContract.Contract.Secrets;

/// <summary>Replaces secrets in the values of headers.</summary>
internal static class SecretHeader
{
    private static readonly HashSet<string> Urls =
        new(StringComparer.OrdinalIgnoreCase) { "Location", "Content-Location", "Referer", "Link", "Refresh" };

    /// <summary>Whether the header holds URLs, whose paths and queries may hold secrets.</summary>
    public static bool IsUrl(string name) => Urls.Contains(name);

    /// <summary>The replacement; the name of an authentication scheme before it stays.</summary>
    /// <param name="words">The names of authentication schemes.</param>
    public static string Hidden(string value, IReadOnlySet<string> words, List<string>? removed)
    {
        var space = value.IndexOf(' ', StringComparison.Ordinal);
        var isScheme = space > 0 && words.Contains(value[..space]);
        removed?.Add(isScheme ? value[(space + 1)..].Trim() : value);
        return isScheme ? $"{value[..space]} {Redactor.Word}" : Redactor.Word;
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
