using System.Globalization;
using System.Text;

namespace SocialContract.Verification.Reporting.Text;

/// <summary>
/// Makes what a server sent safe to show: control characters (a terminal obeys them), characters that change the direction of writing, and
/// what is not a character become visible escapes, <c>\u001b</c>.
/// </summary>
internal static class Printable
{
    /// <summary>Text of several lines: line feeds and tabs stay, CR LF and a lone CR become line feeds.</summary>
    public static string Lines(string text) =>
        Escape(text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'), keepLines: true);

    /// <summary>Text for one line: line ends and tabs are escaped too.</summary>
    public static string Line(string text) => Escape(text, keepLines: false);

    private static string Escape(string text, bool keepLines)
    {
        StringBuilder? escaped = null;
        for (var at = 0; at < text.Length;)
        {
            var length = 1;
            if (Rune.TryGetRuneAt(text, at, out var rune))
            {
                length = rune.Utf16SequenceLength;
                if (!IsDangerous(rune) || (keepLines && rune.Value is '\n' or '\t'))
                {
                    escaped?.Append(text, at, length);
                    at += length;
                    continue;
                }
            }

            escaped ??= new StringBuilder(text, 0, at, text.Length + 16);
            for (var unit = at; unit < at + length; unit++)
            {
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[unit]:x4}");
            }

            at += length;
        }

        return escaped?.ToString() ?? text;
    }

    private static bool IsDangerous(Rune rune) => rune.Value switch
    {
        // The soft hyphen, what has no width, and the direction marks, embeddings, overrides and isolates of UAX #9.
        0xAD or 0x61C or 0x200B or (>= 0x200E and <= 0x200F) or (>= 0x2028 and <= 0x202E) or (>= 0x2060 and <= 0x206F) or 0xFEFF => true,

        // Noncharacters, of which XML forbids some, and tags, which are invisible.
        (>= 0xFDD0 and <= 0xFDEF) or (>= 0xE0000 and <= 0xE007F) => true,
        var value when (value & 0xFFFE) == 0xFFFE => true,
        _ => Rune.IsControl(rune),
    };
}
