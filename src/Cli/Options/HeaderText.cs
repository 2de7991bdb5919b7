using System.Buffers;
using System.Globalization;

namespace SocialContract.Cli.Options;

/// <summary>Reads a further header of every request, given as <c>Name: value</c>.</summary>
internal static class HeaderText
{
    /// <summary>RFC 9110, section 5.6.2: <c>tchar</c>.</summary>
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>What frames a message is the connection's business, and the content type each request's own.</summary>
    private static readonly string[] Reserved = ["Connection", "Content-Length", "Content-Type", "Expect", "Transfer-Encoding", "Upgrade"];

    /// <summary>
    /// What is wrong with it, to stand behind the name of a flag, with a full stop; null where it can be sent. Holds nothing of the value,
    /// which may be a secret, but one character's code.
    /// </summary>
    public static string? FaultOf(string text)
    {
        if (!text.Contains(':', StringComparison.Ordinal))
        {
            return "takes 'Name: value'; the colon is missing.";
        }

        var (name, value) = Parse(text);
        if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(NameCharacters))
        {
            return $"takes 'Name: value' with a name of letters, digits and hyphens (RFC 9110, 5.6.2); found '{name}'.";
        }

        if (Reserved.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            return $"cannot set {name}: each request has its own.";
        }

        var wrong = value.AsSpan().IndexOfAnyExceptInRange(' ', '~');
        return wrong < 0 ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"takes a value of printable ASCII characters; found U+{(int)value[wrong]:X4} as character {wrong + 1} of the value of "
            + $"{name}.");
    }

    /// <summary>Name and value of what has no fault, without the spaces around them.</summary>
    public static KeyValuePair<string, string> Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return new(text[..colon], text[(colon + 1)..].Trim(' '));
    }
}
