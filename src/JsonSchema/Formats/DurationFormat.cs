namespace SocialContract.JsonSchema.Formats;

/// <summary>RFC 3339 appendix A: units in order without gaps (<c>P1Y2D</c> is not a duration), or weeks alone.</summary>
internal static class DurationFormat
{
    public static bool IsDuration(ReadOnlySpan<byte> text)
    {
        if (text.Length < 3 || text[0] != 'P')
        {
            return false;
        }

        text = text[1..];
        if (text[^1] == 'W')
        {
            return TryUnits(ref text, "W"u8) && text.IsEmpty;
        }

        if (text[0] != 'T' && !TryUnits(ref text, "YMD"u8))
        {
            return false;
        }

        if (text.IsEmpty)
        {
            return true;
        }

        if (text[0] != 'T')
        {
            return false;
        }

        text = text[1..];
        return TryUnits(ref text, "HMS"u8) && text.IsEmpty;
    }

    /// <summary>Reads one or more numbers, each with the unit that follows the unit before it.</summary>
    private static bool TryUnits(ref ReadOnlySpan<byte> text, ReadOnlySpan<byte> units)
    {
        var next = -1;
        while (true)
        {
            var digits = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            if (digits <= 0)
            {
                return next >= 0 && digits == 0;
            }

            var unit = units.IndexOf(text[digits]);
            if (unit < 0 || (next >= 0 && unit != next))
            {
                return false;
            }

            next = unit + 1;
            text = text[(digits + 1)..];
            if (text.IsEmpty)
            {
                return true;
            }
        }
    }
}
