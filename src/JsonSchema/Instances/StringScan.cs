using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SocialContract.JsonSchema.Instances;

/// <summary>Scans a string: finds the next byte that needs attention, 32 or 16 bytes at a time, and moves past escapes.</summary>
internal static class StringScan
{
    /// <summary>
    /// Returns the offset of the next quote, backslash or control character, or the text's length. <paramref name="high"/> becomes
    /// non-zero where a byte before it is not ASCII.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Next(ReadOnlySpan<byte> text, int position, ref uint high)
    {
        ref var start = ref MemoryMarshal.GetReference(text);
        if (position + Vector128<byte>.Count <= text.Length)
        {
            var chunk = Vector128.LoadUnsafe(ref start, (nuint)position);
            var special = Special(chunk);
            var notAscii = chunk.ExtractMostSignificantBits();
            if (special != 0)
            {
                var offset = BitOperations.TrailingZeroCount(special);
                high |= notAscii & ((1u << offset) - 1);
                return position + offset;
            }

            high |= notAscii;
            return Long(text, position + Vector128<byte>.Count, ref high);
        }

        return Tail(text, position, ref high);
    }

    /// <summary>Moves past an escape (RFC 8259 section 7); after a fault the position is that of the escape.</summary>
    public static JsonFaultKind Escape(ReadOnlySpan<byte> text, ref int position)
    {
        var rest = text[position..];
        if (rest.Length < 2)
        {
            return JsonFaultKind.Syntax;
        }

        if (rest[1] != 'u')
        {
            if (!"\"\\/bfnrt"u8.Contains(rest[1]))
            {
                return JsonFaultKind.Syntax;
            }

            position += 2;
            return JsonFaultKind.None;
        }

        if (!IsUnit(rest))
        {
            return JsonFaultKind.Syntax;
        }

        var unit = JsonText.Unit(rest);
        if (!char.IsSurrogate(unit))
        {
            position += 6;
            return JsonFaultKind.None;
        }

        var pair = rest[6..];
        if (char.IsLowSurrogate(unit) || !IsUnit(pair) || !char.IsLowSurrogate(JsonText.Unit(pair)))
        {
            return JsonFaultKind.LoneSurrogate;
        }

        position += 12;
        return JsonFaultKind.None;
    }

    private static bool IsUnit(ReadOnlySpan<byte> text) =>
        text.Length >= 6 && text[0] == '\\' && text[1] == 'u' && char.IsAsciiHexDigit((char)text[2])
        && char.IsAsciiHexDigit((char)text[3]) && char.IsAsciiHexDigit((char)text[4]) && char.IsAsciiHexDigit((char)text[5]);

    private static int Long(ReadOnlySpan<byte> text, int position, ref uint high)
    {
        ref var start = ref MemoryMarshal.GetReference(text);
        while (position + Vector256<byte>.Count <= text.Length)
        {
            var chunk = Vector256.LoadUnsafe(ref start, (nuint)position);
            var special = (Vector256.Equals(chunk, Vector256.Create((byte)'"')) | Vector256.Equals(chunk, Vector256.Create((byte)'\\'))
                | Vector256.LessThan(chunk, Vector256.Create((byte)0x20))).ExtractMostSignificantBits();
            var notAscii = chunk.ExtractMostSignificantBits();
            if (special != 0)
            {
                var offset = BitOperations.TrailingZeroCount(special);
                high |= notAscii & ((1u << offset) - 1);
                return position + offset;
            }

            high |= notAscii;
            position += Vector256<byte>.Count;
        }

        return Tail(text, position, ref high);
    }

    private static int Tail(ReadOnlySpan<byte> text, int position, ref uint high)
    {
        for (; position < text.Length; position++)
        {
            var value = text[position];
            if (value is (byte)'"' or (byte)'\\' or < 0x20)
            {
                return position;
            }

            high |= value & 0x80u;
        }

        return position;
    }

    private static uint Special(Vector128<byte> chunk) =>
        (Vector128.Equals(chunk, Vector128.Create((byte)'"')) | Vector128.Equals(chunk, Vector128.Create((byte)'\\'))
            | Vector128.LessThan(chunk, Vector128.Create((byte)0x20))).ExtractMostSignificantBits();
}
