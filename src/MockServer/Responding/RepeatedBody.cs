using System.Buffers.Binary;
using System.Numerics;

namespace SocialContract.MockServer.Responding;

/// <summary>
/// The valid body that a response had twice, so that a body that is the same each time is validated twice, not at each request.
/// Thread-safe.
/// </summary>
internal sealed class RepeatedBody
{
    /// <summary>Larger bodies are not kept. Bytes.</summary>
    private const int MaxBytes = 64 * 1024;

    private volatile byte[]? _body;

    /// <summary>The checksum of the valid body before; a body that differs each time costs no copy.</summary>
    private uint _last;

    public bool Is(ReadOnlySpan<byte> body) => _body is { } known && body.SequenceEqual(known);

    /// <param name="body">Which is valid.</param>
    public void Add(ReadOnlySpan<byte> body)
    {
        if (body.Length > MaxBytes)
        {
            return;
        }

        var checksum = Checksum(body);
        if (Interlocked.Exchange(ref _last, checksum) == checksum)
        {
            _body = body.ToArray();
        }
    }

    private static uint Checksum(ReadOnlySpan<byte> body)
    {
        var checksum = (uint)body.Length;
        for (; body.Length >= sizeof(ulong); body = body[sizeof(ulong)..])
        {
            checksum = BitOperations.Crc32C(checksum, BinaryPrimitives.ReadUInt64LittleEndian(body));
        }

        foreach (var rest in body)
        {
            checksum = BitOperations.Crc32C(checksum, rest);
        }

        return checksum;
    }
}
