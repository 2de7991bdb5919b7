namespace SocialContract.Contract.Generation.Data;

/// <summary>Seeds that are the same on every machine and in every process, unlike <see cref="object.GetHashCode"/>.</summary>
internal static class StableSeed
{
    private const ulong OffsetBasis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>A seed derived from a text (FNV-1a, 64 bits) and <paramref name="seed"/>.</summary>
    public static ulong Combine(ulong seed, ReadOnlySpan<byte> utf8)
    {
        var hash = OffsetBasis;
        foreach (var value in utf8)
        {
            hash = (hash ^ value) * Prime;
        }

        return Combine(seed, hash);
    }

    /// <summary>The same for the text's UTF-16 code units, low byte first.</summary>
    public static ulong Combine(ulong seed, ReadOnlySpan<char> text)
    {
        var hash = OffsetBasis;
        foreach (var unit in text)
        {
            hash = (hash ^ (byte)unit) * Prime;
            hash = (hash ^ (byte)(unit >> 8)) * Prime;
        }

        return Combine(seed, hash);
    }

    /// <summary>A seed derived from both, in this order.</summary>
    public static ulong Combine(ulong seed, ulong other) => Mix(seed + 0x9E3779B97F4A7C15 + Mix(other));

    /// <summary>The output function of splitmix64: each bit of the input changes about half of the bits of the output.</summary>
    internal static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
