using System.Numerics;

namespace SocialContract.Contract.Generation.Data;

/// <summary>
/// The generator xoshiro256** (Blackman and Vigna), seeded by splitmix64: the same numbers for the same seed on every machine and runtime.
/// </summary>
internal sealed class SeededRandom
{
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    public SeededRandom(ulong seed)
    {
        _s0 = Split(ref seed);
        _s1 = Split(ref seed);
        _s2 = Split(ref seed);
        _s3 = Split(ref seed);
    }

    public ulong NextUInt64()
    {
        var result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        var shifted = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= shifted;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>From 0 up to but not including <paramref name="limit"/>, which is at least 1.</summary>
    public int Next(int limit) => (int)Math.BigMul(NextUInt64(), (ulong)limit, out _);

    /// <summary>From <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    public int Between(int first, int last) => first + Next(last - first + 1);

    /// <summary>From 0 up to but not including <paramref name="limit"/>, which is at least 1 and may have any number of digits.</summary>
    public BigInteger Next(BigInteger limit)
    {
        if (limit <= int.MaxValue)
        {
            return Next((int)limit);
        }

        Span<byte> bytes = stackalloc byte[8];
        var value = BigInteger.Zero;
        var bits = limit.GetBitLength() + 64;
        for (long have = 0; have < bits; have += 64)
        {
            System.Buffers.Binary.BinaryPrimitives.WriteUInt64LittleEndian(bytes, NextUInt64());
            value = (value << 64) | new BigInteger(bytes, isUnsigned: true);
        }

        return value % limit;
    }

    /// <summary>True in one of <paramref name="in"/> cases.</summary>
    public bool Once(int @in) => Next(@in) == 0;

    public T Pick<T>(IReadOnlyList<T> values) => values[Next(values.Count)];

    private static ulong Split(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        return StableSeed.Mix(state);
    }
}
