namespace SocialContract.JsonSchema.Formats;

/// <summary>RFC 3492.</summary>
internal static class Punycode
{
    private const int Base = 36;
    private const int MinThreshold = 1;
    private const int MaxThreshold = 26;
    private const int Skew = 38;
    private const int Damp = 700;
    private const int InitialBias = 72;
    private const int FirstNonAscii = 0x80;

    /// <summary>Section 6.2. False where the text is malformed or longer than the destination.</summary>
    public static bool TryDecode(ReadOnlySpan<int> text, Span<int> decoded, out int count)
    {
        var delimiter = text.LastIndexOf('-');
        count = Math.Max(delimiter, 0);
        text[..count].CopyTo(decoded);
        text = text[(delimiter + 1)..];
        var (codePoint, bias, position) = (FirstNonAscii, InitialBias, 0);
        while (!text.IsEmpty)
        {
            var before = position;
            var weight = 1;
            for (var k = Base; ; k += Base)
            {
                if (text.IsEmpty || Digit(text[0]) is not (>= 0 and var digit) || digit > (int.MaxValue - position) / weight)
                {
                    return false;
                }

                text = text[1..];
                position += digit * weight;
                var threshold = Threshold(k, bias);
                if (digit < threshold)
                {
                    break;
                }

                if (weight > int.MaxValue / (Base - threshold))
                {
                    return false;
                }

                weight *= Base - threshold;
            }

            if (count == decoded.Length)
            {
                return false;
            }

            bias = Adapt(position - before, count + 1, before == 0);
            codePoint += position / (count + 1);
            position %= count + 1;
            if (codePoint is > 0x10FFFF or < 0)
            {
                return false;
            }

            decoded[position..count].CopyTo(decoded[(position + 1)..]);
            decoded[position++] = codePoint;
            count++;
        }

        return true;
    }

    /// <summary>Section 6.3: the length of the encoded text, without the prefix.</summary>
    public static int EncodedLength(ReadOnlySpan<int> text)
    {
        var basic = 0;
        foreach (var value in text)
        {
            basic += value < FirstNonAscii ? 1 : 0;
        }

        var length = basic > 0 ? basic + 1 : 0;
        var (codePoint, delta, bias, handled) = (FirstNonAscii, 0, InitialBias, basic);
        while (handled < text.Length)
        {
            var next = int.MaxValue;
            foreach (var value in text)
            {
                next = value >= codePoint ? Math.Min(next, value) : next;
            }

            delta += (next - codePoint) * (handled + 1);
            codePoint = next;
            foreach (var value in text)
            {
                delta += value < codePoint ? 1 : 0;
                if (value == codePoint)
                {
                    length += DigitsOf(delta, bias);
                    bias = Adapt(delta, handled + 1, handled == basic);
                    delta = 0;
                    handled++;
                }
            }

            delta++;
            codePoint++;
        }

        return length;
    }

    private static int DigitsOf(int delta, int bias)
    {
        var digits = 1;
        for (var k = Base; ; k += Base)
        {
            var threshold = Threshold(k, bias);
            if (delta < threshold)
            {
                return digits;
            }

            delta = (delta - threshold) / (Base - threshold);
            digits++;
        }
    }

    private static int Threshold(int k, int bias) => Math.Clamp(k - bias, MinThreshold, MaxThreshold);

    private static int Adapt(int delta, int points, bool first)
    {
        delta = first ? delta / Damp : delta / 2;
        delta += delta / points;
        var k = 0;
        for (; delta > (Base - MinThreshold) * MaxThreshold / 2; k += Base)
        {
            delta /= Base - MinThreshold;
        }

        return k + ((Base - MinThreshold + 1) * delta / (delta + Skew));
    }

    private static int Digit(int value) => value switch
    {
        >= 'a' and <= 'z' => value - 'a',
        >= 'A' and <= 'Z' => value - 'A',
        >= '0' and <= '9' => value - '0' + 26,
        _ => -1,
    };
}
