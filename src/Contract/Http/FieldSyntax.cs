using System.Buffers;
using System.Text;

namespace SocialContract.Contract.Http;

/// <summary>The grammar that header fields share (RFC 9110, section 5.6) and that of structured fields (RFC 9651).</summary>
public static class FieldSyntax
{
    /// <summary>RFC 9110, section 5.6.2: <c>tchar</c>.</summary>
    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>Visible ASCII, space and tab: what every server and client passes on unchanged (RFC 9110, section 5.5).</summary>
    private static readonly SearchValues<char> ValueCharacters =
        SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code), '\t']);

    /// <summary>Whether the text can be a field's name, a method or an authentication scheme.</summary>
    public static bool IsToken(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExcept(TokenCharacters);

    /// <summary>Whether the text can be a field's value; empty text can.</summary>
    public static bool IsValue(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(ValueCharacters);

    /// <summary>How many characters at the start of the text are a token; 0 where it begins with none.</summary>
    public static int TokenLength(ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAnyExcept(TokenCharacters);
        return length < 0 ? text.Length : length;
    }

    /// <summary>Reads a quoted string (RFC 9110, section 5.6.4) at the start of the text.</summary>
    /// <param name="value">The text between the quotes, with its escapes resolved.</param>
    /// <param name="length">How many characters it takes, quotes included; of the whole text where it does not end.</param>
    public static bool TryReadQuoted(ReadOnlySpan<char> text, out string value, out int length)
    {
        (value, length) = ("", text.Length);
        if (text is not ['"', ..])
        {
            return false;
        }

        var unquoted = new StringBuilder();
        for (var at = 1; at < text.Length; at++)
        {
            if (text[at] == '"')
            {
                (value, length) = (unquoted.ToString(), at + 1);
                return true;
            }

            if (text[at] == '\\' && ++at == text.Length)
            {
                return false;
            }

            unquoted.Append(text[at]);
        }

        return false;
    }

    /// <summary>
    /// A string of a structured field (RFC 9651, section 3.3.3): in quotes, and since it holds ASCII only, other characters and the
    /// percent sign percent-encoded.
    /// </summary>
    public static string StructuredString(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '"' or '\\')
            {
                quoted.Append('\\').Append((char)rune.Value);
            }
            else if (rune.Value is >= 0x20 and < 0x7f and not '%')
            {
                quoted.Append((char)rune.Value);
            }
            else
            {
                quoted.Append(Uri.EscapeDataString(rune.ToString()));
            }
        }

        return quoted.Append('"').ToString();
    }
}
