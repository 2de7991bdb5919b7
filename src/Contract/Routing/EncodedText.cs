using System.Text;

namespace SocialContract.Contract.Routing;

/// <summary>Compares percent-encoded text of a path (RFC 3986 section 2.1) with decoded text.</summary>
internal static class EncodedText
{
    /// <summary>The decoded text; invalid escapes stay as they are.</summary>
    public static string Decode(ReadOnlySpan<char> raw) =>
        raw.Contains('%') ? Uri.UnescapeDataString(raw) : raw.ToString();

    /// <summary>
    /// The end of the raw text that encodes <paramref name="literal"/> and begins at <paramref name="start"/>; -1 if the text there is
    /// different.
    /// </summary>
    public static int Skip(ReadOnlySpan<char> raw, int start, ReadOnlySpan<byte> literal)
    {
        Span<byte> utf8 = stackalloc byte[4];
        var at = start;
        while (!literal.IsEmpty)
        {
            if (at >= raw.Length)
            {
                return -1;
            }

            int written, consumed;
            if (raw[at] == '%' && at + 2 < raw.Length && char.IsAsciiHexDigit(raw[at + 1]) && char.IsAsciiHexDigit(raw[at + 2]))
            {
                utf8[0] = (byte)((Hex(raw[at + 1]) << 4) | Hex(raw[at + 2]));
                (written, consumed) = (1, 3);
            }
            else
            {
                Rune.DecodeFromUtf16(raw[at..], out var rune, out consumed);
                written = rune.EncodeToUtf8(utf8);
            }

            if (!literal.StartsWith(utf8[..written]))
            {
                return -1;
            }

            literal = literal[written..];
            at += consumed;
        }

        return at;
    }

    private static int Hex(char digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
