namespace SocialContract.JsonSchema.Numbers;

/// <summary>The common case: an integer of at most 18 digits that is written without fraction and exponent.</summary>
internal static class SmallInteger
{
    public const int MaxLength = 18;

    /// <param name="raw">Digits with an optional minus sign.</param>
    public static long Parse(ReadOnlySpan<byte> raw)
    {
        var negative = raw[0] == '-';
        long value = 0;
        for (var i = negative ? 1 : 0; i < raw.Length; i++)
        {
            value = (value * 10) + (raw[i] - '0');
        }

        return negative ? -value : value;
    }

    public static bool TryParse(ReadOnlySpan<byte> raw, out long value)
    {
        if (raw.Length > MaxLength || raw.IndexOfAny(".eE"u8) >= 0)
        {
            value = 0;
            return false;
        }

        value = Parse(raw);
        return true;
    }
}
