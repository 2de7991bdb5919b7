using System.Net;
using System.Text;

namespace SocialContract.Contract.Secrets;

/// <summary>Reads a character that is encoded several times, in different ways: JSON in a URL (<c>%5Cu0041</c>), a URL in HTML.</summary>
internal static class NestedCharacter
{
    /// <summary>The longest entity that is read. Characters.</summary>
    private const int LongestEntity = 9;

    /// <summary>How many encodings are undone. A limit, so that a search takes no longer than the text is.</summary>
    private const int MostLayers = 3;

    /// <summary>The longest encoding of one character that is read: three layers of percent-encoding have 27. Characters.</summary>
    private const int Longest = 48;

    /// <summary>The end of the character's encoding; -1 where the text ends before it.</summary>
    public static int Read(string text, int at, out char character) =>
        Read(text.AsSpan(0, Math.Min(text.Length, at + Longest)), at, MostLayers, out character);

    /// <param name="layers">How many encodings are undone; a character that begins none stands for itself.</param>
    private static int Read(ReadOnlySpan<char> text, int at, int layers, out char character)
    {
        character = '\0';
        if (at < 0 || at >= text.Length)
        {
            return -1;
        }

        if (layers == 0)
        {
            character = text[at];
            return at + 1;
        }

        var next = Read(text, at, layers - 1, out character);
        var end = character switch
        {
            '%' => ReadPercent(text, next, layers - 1, ref character),
            '\\' => ReadEscape(text, next, layers - 1, ref character),
            '&' => ReadEntity(text, next, layers - 1, ref character),
            _ => next,
        };
        return end < 0 ? next : end;
    }

    private static int ReadEscape(ReadOnlySpan<char> text, int at, int layers, ref char character)
    {
        var next = Read(text, at, layers, out var kind);
        if (next < 0 || kind == 'u')
        {
            return next < 0 ? -1 : ReadCode(text, next, layers, 4, ref character);
        }

        if (kind is not ('"' or '/' or '\\'))
        {
            return -1;
        }

        character = kind;
        return next;
    }

    /// <summary>A percent sign that is percent-encoded several times is one layer: <c>%252541</c>.</summary>
    private static int ReadPercent(ReadOnlySpan<char> text, int at, int layers, ref char character)
    {
        var end = -1;
        do
        {
            at = ReadCode(text, at, layers, 2, ref character);
            end = at < 0 ? end : at;
        }
        while (at >= 0 && character == '%');

        return end;
    }

    private static int ReadCode(ReadOnlySpan<char> text, int at, int layers, int digits, ref char character)
    {
        var code = 0;
        for (var count = 0; count < digits; count++)
        {
            at = Read(text, at, layers, out var digit);
            if (at < 0 || !char.IsAsciiHexDigit(digit))
            {
                return -1;
            }

            code = (code * 16) + (digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
        }

        character = (char)code;
        return at;
    }

    private static int ReadEntity(ReadOnlySpan<char> text, int at, int layers, ref char character)
    {
        var entity = new StringBuilder("&");
        for (var count = 0; count < LongestEntity && at >= 0; count++)
        {
            at = Read(text, at, layers, out var letter);
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('#' or ';'))
            {
                return -1;
            }

            entity.Append(letter);
            if (letter == ';' && WebUtility.HtmlDecode(entity.ToString()) is [var decoded])
            {
                character = decoded;
                return at;
            }
        }

        return -1;
    }
}
