using System.Globalization;
using SocialContract.Contract.Http;

namespace SocialContract.Cli.Options;

/// <summary>Reads a header that was given as <c>Name: value</c>.</summary>
internal static class HeaderText
{
    /// <summary>The connection sets the headers that frame a message, and each request has its own content type.</summary>
    private static readonly string[] Reserved = ["Connection", "Content-Length", "Content-Type", "Expect", "Transfer-Encoding", "Upgrade"];

    /// <summary>
    /// Its fault, as the rest of a sentence that starts with a flag's name; null if it can be sent. Shows only the code of
    /// the wrong character of the value, which may be a secret.
    /// </summary>
    public static string? FaultOf(string text)
    {
        if (!text.Contains(':', StringComparison.Ordinal))
        {
            return "takes 'Name: value'; the colon is missing.";
        }

        var (name, value) = Parse(text);
        if (!FieldSyntax.IsToken(name))
        {
            return $"takes 'Name: value' with a name of letters, digits and hyphens (RFC 9110, 5.6.2); found '{name}'.";
        }

        if (Reserved.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            return $"cannot set {name}: each request has its own.";
        }

        var wrong = FieldSyntax.IndexOfInvalid(value);
        return wrong < 0 ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"takes a value of printable ASCII characters; found U+{(int)value[wrong]:X4} "
            + $"as character {wrong + 1} of the value of {name}.");
    }

    /// <summary>The name and the value of a header without faults, trimmed.</summary>
    public static KeyValuePair<string, string> Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return new(text[..colon], text[(colon + 1)..].Trim(' ', '\t'));
    }
}
