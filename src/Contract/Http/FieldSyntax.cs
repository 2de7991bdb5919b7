using System.Buffers;
using System.Text;

namespace SocialContract.Contract.Http;

/// <summary>The grammar that header fields share (RFC 9110, section 5.6) and that of structured fields (RFC 9651).</summary>
public static class FieldSyntax
{
    /// <summary>RFC 9110, section 5.6.2: <c>tchar</c>.</summary>
    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>Visible ASCII, space and tab: which servers and clients transmit unchanged (RFC 9110, section 5.5).</summary>
    private static readonly SearchValues<char> ValueCharacters =
        SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code), '\t']);

    /// <summary>Whether the text can be a field's name, a method or an authentication scheme.</summary>
    public static bool IsToken(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExcept(TokenCharacters);

    /// <summary>Whether the text can be a field's value; empty text can.</summary>
    public static bool IsValue(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(ValueCharacters);

    /// <summary>The length of the token at the start of the text; 0 if there is none.</summary>
    public static int TokenLength(ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAnyExcept(TokenCharacters);
        return length < 0 ? text.Length : length;
    }

    /// <summary>Reads a quoted string (RFC 9110, section 5.6.4) at the start of the text.</summary>
    /// <param name="value">The text between the quotes, without escapes.</param>
    /// <param name="length">The length with the quotes; the length of the text if the closing quote is missing.</param>
    public static bool TryReadQuoted(ReadOnlySpan<char> text, out string value, out int length)
    {
        var closing = text is ['"', ..] ? ClosingQuote(text) : -1;
        if (closing < 0)
        {
            (value, length) = ("", text.Length);
            return false;
        }

        var unquoted = new StringBuilder();
        for (var at = 1; at < closing; at++)
        {
            at += text[at] == '\\' ? 1 : 0;
            unquoted.Append(text[at]);
        }

        (value, length) = (unquoted.ToString(), closing + 1);
        return true;
    }

    /// <summary>The position of the quote that closes the quoted string at the start of the text; -1 if it is missing.</summary>
    internal static int ClosingQuote(ReadOnlySpan<char> text)
    {
        for (var at = 1; at < text.Length; at++)
        {
            if (text[at] == '"')
            {
                return at;
            }

            at += text[at] == '\\' ? 1 : 0;
        }

        return -1;
    }

    /// <summary>Takes a parameter (RFC 9110, section 5.6.6) from the start of the text: up to the next semicolon outside quotes.</summary>
    /// <returns>As written, e.g. <c>charset="utf-8"</c>; empty between two semicolons.</returns>
    internal static ReadOnlySpan<char> NextParameter(scoped ref ReadOnlySpan<char> rest)
    {
        var end = 0;
        while (end < rest.Length && rest[end] != ';')
        {
            var closing = rest[end] == '"' ? ClosingQuote(rest[end..]) : 0;
            end = closing < 0 ? rest.Length : end + closing + 1;
        }

        var parameter = rest[..end].Trim(" \t");
        rest = rest[Math.Min(end + 1, rest.Length)..];
        return parameter;
    }

    /// <summary>
    /// A string of a structured field (RFC 9651, section 3.3.3), in quotes. It must be ASCII, so other characters and the percent sign are
    /// percent-encoded.
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
