using System.Text.Unicode;

namespace SocialContract.Contract.Validation.Decoding;

/// <summary>Percent-decoding (RFC 3986 section 2.1), optionally with the plus sign of <c>application/x-www-form-urlencoded</c>.</summary>
internal static class PercentDecoder
{
    /// <summary>Appends the decoded text; false, with nothing appended, if an escape is incomplete or the bytes are not UTF-8.</summary>
    public static bool TryDecode(ReadOnlySpan<char> raw, bool plusIsSpace, ByteBuffer output)
    {
        var start = output.Length;
        output.AppendUtf8(raw);
        return TryDecodeFrom(start, plusIsSpace, output);
    }

    /// <inheritdoc cref="TryDecode(ReadOnlySpan{char}, bool, ByteBuffer)"/>
    public static bool TryDecode(ReadOnlySpan<byte> raw, bool plusIsSpace, ByteBuffer output)
    {
        var start = output.Length;
        output.Append(raw);
        return TryDecodeFrom(start, plusIsSpace, output);
    }

    private static bool TryDecodeFrom(int start, bool plusIsSpace, ByteBuffer output)
    {
        var length = DecodeInPlace(output.Writable(start), plusIsSpace);
        var decoded = length >= 0 && Utf8.IsValid(output.Written.Slice(start, length));
        output.Truncate(decoded ? start + length : start);
        return decoded;
    }

    /// <summary>The length of the decoded text, which is never longer than the raw text; -1 for an invalid escape.</summary>
    private static int DecodeInPlace(Span<byte> text, bool plusIsSpace)
    {
        var from = plusIsSpace ? text.IndexOfAny((byte)'%', (byte)'+') : text.IndexOf((byte)'%');
        if (from < 0)
        {
            return text.Length;
        }

        var to = from;
        while (from < text.Length)
        {
            var value = text[from++];
            if (value == '+' && plusIsSpace)
            {
                value = (byte)' ';
            }
            else if (value == '%')
            {
                if (from + 1 >= text.Length || !char.IsAsciiHexDigit((char)text[from]) || !char.IsAsciiHexDigit((char)text[from + 1]))
                {
                    return -1;
                }

                value = (byte)((Hex(text[from]) << 4) | Hex(text[from + 1]));
                from += 2;
            }

            text[to++] = value;
        }

        return to;
    }

    private static int Hex(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
