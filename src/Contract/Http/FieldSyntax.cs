using System.Buffers;
using System.Text;

namespace SocialContract.Contract.Http;

/// <summary>The grammar that header fields share (RFC 9110, section 5.6) and that of structured fields (RFC 9651).</summary>
public static class FieldSyntax
{
    /// <summary>RFC 9110, section 5.6.2: <c>tchar</c>.</summary>
    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>RFC 5234, appendix B.1: <c>VCHAR</c>.</summary>
    private static readonly SearchValues<char> VisibleCharacters =
        SearchValues.Create([.. Enumerable.Range('!', '~' - '!' + 1).Select(code => (char)code)]);

    /// <summary>Visible ASCII, space and tab: which servers and clients transmit unchanged (RFC 9110, section 5.5).</summary>
    private static readonly SearchValues<char> ValueCharacters =
        SearchValues.Create([.. Enumerable.Range('!', '~' - '!' + 1).Select(code => (char)code), ' ', '\t']);

    /// <summary>Whether the text can be a field's name, a method or an authentication scheme.</summary>
    public static bool IsToken(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExcept(TokenCharacters);

    /// <summary>Whether the text can be a field's value; empty text can.</summary>
    public static bool IsValue(ReadOnlySpan<char> text) => IndexOfInvalid(text) < 0;

    /// <summary>The index of the first character that a field's value cannot have; -1 if there is none.</summary>
    public static int IndexOfInvalid(ReadOnlySpan<char> text) => text.IndexOfAnyExcept(ValueCharacters);

    /// <summary>The index of the first character that is not visible ASCII, such as white space; -1 if there is none.</summary>
    public static int IndexOfInvisible(ReadOnlySpan<char> text) => text.IndexOfAnyExcept(VisibleCharacters);

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

        (value, length) = (Unquoted(text[..(closing + 1)]).ToString(), closing + 1);
        return true;
    }

    /// <summary>
    /// The text of a quoted string (RFC 9110, section 5.6.4), without quotes and escapes; other text as it is. Allocates only for escapes.
    /// </summary>
    /// <param name="keepsBackslashes">
    /// Whether a backslash that escapes neither a quote nor a backslash stays: some clients send <c>filename="C:\photos\me.png"</c>.
    /// </param>
    internal static ReadOnlySpan<char> Unquoted(ReadOnlySpan<char> text, bool keepsBackslashes = false)
    {
        if (text is not ['"', ..] || ClosingQuote(text) != text.Length - 1)
        {
            return text;
        }

        var quoted = text[1..^1];
        if (!quoted.Contains('\\'))
        {
            return quoted;
        }

        var unquoted = new StringBuilder(quoted.Length);
        for (var at = 0; at < quoted.Length; at++)
        {
            at += quoted[at] == '\\' && (!keepsBackslashes || quoted[at + 1] is '"' or '\\') ? 1 : 0;
            unquoted.Append(quoted[at]);
        }

        return unquoted.ToString();
    }

    /// <summary>Takes the next element of a list (RFC 9110, section 5.6.1): up to a comma outside quotes.</summary>
    /// <returns>As written, e.g. <c>text/html;q=0.5</c>; empty at the end, because empty elements are skipped.</returns>
    internal static ReadOnlySpan<char> NextElement(scoped ref ReadOnlySpan<char> rest)
    {
        var element = default(ReadOnlySpan<char>);
        while (element.IsEmpty && !rest.IsEmpty)
        {
            element = Next(ref rest, ',');
        }

        return element;
    }

    /// <summary>Takes a parameter (RFC 9110, section 5.6.6) from the start of the text: up to the next semicolon outside quotes.</summary>
    /// <returns>As written, e.g. <c>charset="utf-8"</c>; empty between two semicolons.</returns>
    internal static ReadOnlySpan<char> NextParameter(scoped ref ReadOnlySpan<char> rest) => Next(ref rest, ';');

    /// <summary>Divides a parameter at its equals sign; white space around that is not allowed, but is read.</summary>
    /// <param name="value">As written, perhaps in quotes: see <see cref="Unquoted"/>.</param>
    /// <returns>False if it has no name or no equals sign.</returns>
    internal static bool TryReadParameter(ReadOnlySpan<char> parameter, out ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        var equals = parameter.IndexOf('=');
        name = equals <= 0 ? default : parameter[..equals].Trim(" \t");
        value = name.IsEmpty ? default : parameter[(equals + 1)..].Trim(" \t");
        return !name.IsEmpty;
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
            else if (rune.Value == ' ' || (rune.IsBmp && rune.Value != '%' && VisibleCharacters.Contains((char)rune.Value)))
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

    private static ReadOnlySpan<char> Next(scoped ref ReadOnlySpan<char> rest, char separator)
    {
        var end = 0;
        while (end < rest.Length && rest[end] != separator)
        {
            var closing = rest[end] == '"' ? ClosingQuote(rest[end..]) : 0;
            end = closing < 0 ? rest.Length : end + closing + 1;
        }

        var next = rest[..end].Trim(" \t");
        rest = rest[Math.Min(end + 1, rest.Length)..];
        return next;
    }

    /// <summary>The position of the quote that closes the quoted string at the start of the text; -1 if it is missing.</summary>
    private static int ClosingQuote(ReadOnlySpan<char> text)
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
}
