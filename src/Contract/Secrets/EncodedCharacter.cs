using System.Buffers;
using System.Globalization;
using System.Text;

namespace SocialContract.Contract.Secrets;

/// <summary>
/// Reads a character in the encodings of messages and reports: percent-encoding (once or several times, <c>+</c> for a space), the escapes
/// of JSON strings (also of JSON in JSON), and the entities of HTML and XML.
/// </summary>
internal static class EncodedCharacter
{
    /// <summary>The longest encoding of one character that is read. Characters.</summary>
    private const int Longest = 12;

    /// <summary>Before an escape in JSON in JSON in JSON. A limit, so that a search takes no longer than the text is.</summary>
    private const int MostBackslashes = 8;

    /// <summary>The mark of shortened text: the text before it may be the beginning of a secret.</summary>
    private const char Ellipsis = '…';

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    private static readonly SearchValues<char> EntityLetters = SearchValues.Create("#0123456789abcdefABCDEFmpltgquosx");

    private static readonly (string Entity, char Character)[] Entities =
        [("amp;", '&'), ("lt;", '<'), ("gt;", '>'), ("quot;", '"'), ("apos;", '\'')];

    /// <summary>The characters with which an encoding of the character can begin.</summary>
    public static IEnumerable<char> Starts(char character, bool ignoresCase) =>
        ignoresCase
            ? [char.ToLowerInvariant(character), char.ToUpperInvariant(character), '%', '\\', '&', .. character == ' ' ? "+" : ""]
            : [character, '%', '\\', '&', .. character == ' ' ? "+" : ""];

    public static bool Same(char left, char right, bool ignoresCase) =>
        left == right || (ignoresCase && char.ToUpperInvariant(left) == char.ToUpperInvariant(right));

    /// <summary>The end of an encoding of the secret's next character that begins there; -1 where there is none.</summary>
    /// <param name="taken">The number of the secret's UTF-16 units that it encodes.</param>
    public static int Skip(string text, int at, string secret, int index, out int taken)
    {
        var end = SkipOneLayer(text, at, secret, index, out taken);
        if (end < 0 && ReadNested(text, at, out var character) is >= 0 and var nested && character == secret[index])
        {
            taken = 1;
            return nested;
        }

        return end;
    }

    /// <inheritdoc cref="Skip"/>
    /// <remarks>Only encodings that are the same on every layer.</remarks>
    public static int SkipOneLayer(string text, int at, string secret, int index, out int taken)
    {
        taken = 1;
        return text[at] switch
        {
            '%' => SkipPercent(text, at, secret, index, out taken),
            '+' when secret[index] == ' ' => at + 1,
            '\\' => SkipEscape(text, at, secret[index]),
            '&' => SkipEntity(text, at, secret[index]),
            _ => -1,
        };
    }

    /// <summary>The end of a character that is encoded in several ways at once; -1 where none begins.</summary>
    public static int ReadNested(string text, int at, out char character)
    {
        character = '\0';
        return text[at] is '%' or '&' or '\\' && IsEscape(text, at) ? NestedCharacter.Read(text, at, out character) : -1;
    }

    /// <summary>Whether the text was shortened there, perhaps within an encoding.</summary>
    public static bool IsCut(string text, int at)
    {
        if (text[at] == Ellipsis)
        {
            return true;
        }

        var ellipsis = text.AsSpan(at, Math.Min(Longest, text.Length - at)).IndexOf(Ellipsis);
        if (ellipsis < 0)
        {
            return false;
        }

        var begun = text.AsSpan(at, ellipsis);
        return begun switch
        {
            ['%', .. var digits] => IsHex(digits),
            ['\\', ..] => begun.TrimStart('\\') is [] or ['u' or 'x', ..] && IsHex(begun.TrimStart('\\').TrimStart("ux")),
            ['&', .. var entity] => !entity.ContainsAnyExcept(EntityLetters),
            _ => false,
        };
    }

    /// <summary>Whether the text ends with an escape of a character that is neither letter nor digit.</summary>
    public static bool EndsWithSeparator(ReadOnlySpan<char> text) => text switch
    {
        [.., '%', var high, var low] when TryHex([high, low], out var code) => !char.IsLetterOrDigit((char)code),
        [.., '\\', 'u', var a, var b, var c, var d] when TryHex([a, b, c, d], out var code) => !char.IsLetterOrDigit((char)code),
        [.., '\\', 'b' or 'f' or 'n' or 'r' or 't'] => true,
        _ => false,
    };

    /// <summary>Whether an escape may begin there: most of these characters stand for themselves, and are passed over quickly.</summary>
    private static bool IsEscape(string text, int at) => at + 2 < text.Length
        && text[at] switch
        {
            '%' => char.IsAsciiHexDigit(text[at + 1]),
            '\\' => text[at + 1] == 'u',
            _ => text[at + 1] == '#' || char.IsAsciiLetter(text[at + 1]),
        };

    private static int SkipPercent(string text, int at, string secret, int index, out int taken)
    {
        Rune.DecodeFromUtf16(secret.AsSpan(index), out var rune, out taken);
        Span<byte> bytes = stackalloc byte[4];
        var end = at;
        foreach (var expected in bytes[..rune.EncodeToUtf8(bytes)])
        {
            if (end >= text.Length || text[end] != '%')
            {
                return -1;
            }

            // %2541 is the encoding of the encoding %41.
            var digits = end + 1;
            while (!IsByte(text, digits, expected) && digits - end < Longest && string.CompareOrdinal(text, digits, "25", 0, 2) == 0)
            {
                digits += 2;
            }

            if (!IsByte(text, digits, expected))
            {
                return -1;
            }

            end = digits + 2;
        }

        return end;
    }

    private static bool IsByte(string text, int at, byte expected) =>
        at + 2 <= text.Length && TryHex(text.AsSpan(at, 2), out var code)
        && (code == expected || (expected < 0x80 && char.IsAsciiLetter((char)expected) && (code | 0x20) == (expected | 0x20)));

    private static int SkipEscape(string text, int at, char expected)
    {
        // JSON in JSON has several backslashes.
        var kind = at + 1;
        while (kind < text.Length && text[kind] == '\\' && kind - at < MostBackslashes)
        {
            kind++;
        }

        if (expected == '\\')
        {
            return kind - at > 1 ? at + 2 : -1;
        }

        if (kind >= text.Length)
        {
            return -1;
        }

        var character = text[kind] switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', var other => other };
        if (character is '"' or '/' or '\'' or < ' ')
        {
            return character == expected ? kind + 1 : -1;
        }

        var digits = character switch { 'u' => 4, 'x' => 2, _ => 0 };
        return digits > 0 && kind + digits < text.Length && TryHex(text.AsSpan(kind + 1, digits), out var code) && code == expected
            ? kind + 1 + digits
            : -1;
    }

    private static int SkipEntity(string text, int at, char expected)
    {
        var rest = text.AsSpan(at + 1, Math.Min(Longest, text.Length - at - 1));
        foreach (var (entity, character) in Entities)
        {
            if (character == expected && rest.StartsWith(entity, StringComparison.OrdinalIgnoreCase))
            {
                return at + 1 + entity.Length;
            }
        }

        var semicolon = rest.IndexOf(';');
        if (semicolon < 2 || rest[0] != '#')
        {
            return -1;
        }

        var number = rest[1..semicolon];
        var isCode = number[0] is 'x' or 'X'
            ? TryHex(number[1..], out var code)
            : int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out code);
        return isCode && code == expected ? at + 2 + semicolon : -1;
    }

    private static bool IsHex(ReadOnlySpan<char> digits) => !digits.ContainsAnyExcept(HexDigits);

    private static bool TryHex(ReadOnlySpan<char> digits, out int code) =>
        int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out code);
}
