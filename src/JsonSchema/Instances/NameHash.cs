using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace SocialContract.JsonSchema.Instances;

/// <summary>
/// Hashes a member's name, given without escapes. The hash covers every byte and has a random key for each process, so that a client cannot
/// prepare names that collide. Within a process a name always has the same hash.
/// </summary>
internal static class NameHash
{
    private static readonly ulong Key1 = BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(8));
    private static readonly ulong Key2 = BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(8));

    public static int Of(ReadOnlySpan<byte> name)
    {
        ulong low, high;
        var length = name.Length;
        if (length >= 8)
        {
            var hash = Key2;
            while (name.Length > 16)
            {
                low = BinaryPrimitives.ReadUInt64LittleEndian(name);
                high = BinaryPrimitives.ReadUInt64LittleEndian(name[8..]);
                hash = Fold(low ^ Key1, high ^ hash);
                name = name[8..][8..];
            }

            if (name.Length >= 8)
            {
                low = BinaryPrimitives.ReadUInt64LittleEndian(name);
                high = BinaryPrimitives.ReadUInt64LittleEndian(name[^8..]);
            }
            else
            {
                (low, high) = Short(name);
            }

            return Finish(Fold(low ^ Key1, high ^ hash), length);
        }

        (low, high) = Short(name);
        return Finish(Fold(low ^ Key1, high ^ Key2), length);
    }

    /// <summary>Up to seven bytes as two numbers that together contain every byte.</summary>
    private static (ulong Low, ulong High) Short(ReadOnlySpan<byte> name) => name.Length switch
    {
        >= 4 => (BinaryPrimitives.ReadUInt32LittleEndian(name), BinaryPrimitives.ReadUInt32LittleEndian(name[^4..])),
        > 0 => (name[0] | ((ulong)name[name.Length >> 1] << 8), name[^1]),
        _ => (0, 0),
    };

    private static ulong Fold(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out ulong low);
        return high ^ low;
    }

    private static int Finish(ulong hash, int length)
    {
        hash ^= BitOperations.RotateLeft((ulong)length, 32) | (uint)length;
        return (int)(hash ^ (hash >> 32));
    }
}
