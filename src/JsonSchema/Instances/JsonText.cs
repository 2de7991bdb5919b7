using System.Buffers;
using System.Text;

namespace SocialContract.JsonSchema.Instances;

/// <summary>Works on the text between a string's quotes, which the <see cref="Tokenizer"/> has checked.</summary>
internal static class JsonText
{
    /// <summary>
    /// Writes the text without its escapes and returns the number of bytes written. The destination is at least as long as the raw text.
    /// </summary>
    public static int Unescape(ReadOnlySpan<byte> raw, Span<byte> destination)
    {
        var written = 0;
        while (true)
        {
            var next = raw.IndexOf((byte)'\\');
            if (next < 0)
            {
                raw.CopyTo(destination[written..]);
                return written + raw.Length;
            }

            raw[..next].CopyTo(destination[written..]);
            written += next;
            raw = raw[next..];
            if (raw[1] != 'u')
            {
                destination[written++] = Short(raw[1]);
                raw = raw[2..];
                continue;
            }

            int unit = Unit(raw);
            raw = raw[6..];
            if (char.IsHighSurrogate((char)unit))
            {
                unit = char.ConvertToUtf32((char)unit, (char)Unit(raw));
                raw = raw[6..];
            }

            written += new Rune(unit).EncodeToUtf8(destination[written..]);
        }
    }

    /// <summary>Counts the code points of a text; an escape, or a pair of surrogate escapes, is one code point.</summary>
    public static int CountCodePoints(ReadOnlySpan<byte> raw)
    {
        var count = 0;
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                count += (raw[i] & 0xC0) != 0x80 ? 1 : 0;
            }
            else if (raw[i + 1] != 'u')
            {
                i++;
                count++;
            }
            else
            {
                count += char.IsLowSurrogate(Unit(raw[i..])) ? 0 : 1;
                i += 5;
            }
        }

        return count;
    }

    /// <summary>Whether a text without its escapes is the expected text.</summary>
    public static bool EscapedEquals(ReadOnlySpan<byte> raw, ReadOnlySpan<byte> expected)
    {
        if (raw.Length < expected.Length || raw.Length > 6L * expected.Length)
        {
            return false;
        }

        byte[]? rented = null;
        var buffer = raw.Length <= 256 ? stackalloc byte[256] : rented = ArrayPool<byte>.Shared.Rent(raw.Length);
        var equal = buffer[..Unescape(raw, buffer)].SequenceEqual(expected);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return equal;
    }

    /// <summary>The <see cref="NameHash"/> of a text without its escapes.</summary>
    public static int HashOf(ReadOnlySpan<byte> raw, bool escaped)
    {
        if (!escaped)
        {
            return NameHash.Of(raw);
        }

        byte[]? rented = null;
        var buffer = raw.Length <= 256 ? stackalloc byte[256] : rented = ArrayPool<byte>.Shared.Rent(raw.Length);
        var hash = NameHash.Of(buffer[..Unescape(raw, buffer)]);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return hash;
    }

    /// <summary>The UTF-16 code unit of the escape <c>\uXXXX</c> that the text starts with.</summary>
    public static char Unit(ReadOnlySpan<byte> escape) =>
        (char)((Hex(escape[2]) << 12) | (Hex(escape[3]) << 8) | (Hex(escape[4]) << 4) | Hex(escape[5]));

    private static int Hex(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private static byte Short(byte letter) => letter switch
    {
        (byte)'b' => (byte)'\b',
        (byte)'f' => (byte)'\f',
        (byte)'n' => (byte)'\n',
        (byte)'r' => (byte)'\r',
        (byte)'t' => (byte)'\t',
        _ => letter,
    };
}
