namespace SocialContract.JsonSchema.Instances;

/// <summary>Moves past a number (RFC 8259 section 6) or a literal (section 3). After a fault the position is where it is.</summary>
internal static class ScalarScan
{
    /// <summary>A longer exponent could not be compared exactly.</summary>
    private const int MaxExponentDigits = 18;

    /// <param name="isPlainInteger">Whether the number is written without fraction and exponent.</param>
    public static JsonFaultKind Number(ReadOnlySpan<byte> text, ref int position, out bool isPlainInteger)
    {
        isPlainInteger = true;
        if (text[position] == '-')
        {
            position++;
        }

        var leading = position;
        if (SkipDigits(text, ref position) == 0 || (text[leading] == '0' && position - leading > 1))
        {
            return JsonFaultKind.Syntax;
        }

        if (position < text.Length && text[position] == '.')
        {
            isPlainInteger = false;
            position++;
            if (SkipDigits(text, ref position) == 0)
            {
                return JsonFaultKind.Syntax;
            }
        }

        if (position < text.Length && text[position] is (byte)'e' or (byte)'E')
        {
            isPlainInteger = false;
            return Exponent(text, ref position);
        }

        return JsonFaultKind.None;
    }

    public static JsonFaultKind Literal(ReadOnlySpan<byte> text, ref int position, out ValueKind kind)
    {
        kind = text[position] switch
        {
            (byte)'t' => ValueKind.True,
            (byte)'f' => ValueKind.False,
            _ => ValueKind.Null,
        };
        var expected = kind switch
        {
            ValueKind.True => "true"u8,
            ValueKind.False => "false"u8,
            _ => "null"u8,
        };
        if (!text[position..].StartsWith(expected))
        {
            return JsonFaultKind.Syntax;
        }

        position += expected.Length;
        return JsonFaultKind.None;
    }

    private static JsonFaultKind Exponent(ReadOnlySpan<byte> text, ref int position)
    {
        position++;
        if (position < text.Length && text[position] is (byte)'+' or (byte)'-')
        {
            position++;
        }

        while (position + 1 < text.Length && text[position] == '0' && char.IsAsciiDigit((char)text[position + 1]))
        {
            position++;
        }

        return SkipDigits(text, ref position) switch
        {
            0 => JsonFaultKind.Syntax,
            > MaxExponentDigits => JsonFaultKind.Number,
            _ => JsonFaultKind.None,
        };
    }

    /// <summary>Returns the number of digits.</summary>
    private static int SkipDigits(ReadOnlySpan<byte> text, ref int position)
    {
        var start = position;
        var next = start;
        while ((uint)next < (uint)text.Length && (uint)(text[next] - '0') <= 9)
        {
            next++;
        }

        position = next;
        return next - start;
    }
}
