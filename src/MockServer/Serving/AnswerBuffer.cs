using System.Buffers;

namespace SocialContract.MockServer.Serving;

/// <summary>A buffer that an answer is written to before it is checked and sent; one is kept for each thread.</summary>
internal static class AnswerBuffer
{
    /// <summary>Larger ones are not kept. Bytes.</summary>
    private const int MostKept = 1024 * 1024;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _kept;

    public static ArrayBufferWriter<byte> Rent()
    {
        var buffer = _kept ?? new ArrayBufferWriter<byte>(4096);
        _kept = null;
        return buffer;
    }

    public static void Return(ArrayBufferWriter<byte> buffer)
    {
        if (buffer.Capacity <= MostKept)
        {
            buffer.ResetWrittenCount();
            _kept = buffer;
        }
    }
}
