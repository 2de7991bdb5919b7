using System.Buffers;
using System.Globalization;
using System.Text;

namespace SocialContract.MockServer.Logging;

internal static class Utf8Output
{
    public static void Put(this IBufferWriter<byte> output, ReadOnlySpan<byte> text) => output.Write(text);

    public static void Put(this IBufferWriter<byte> output, ReadOnlySpan<char> text)
    {
        var span = output.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
        output.Advance(Encoding.UTF8.GetBytes(text, span));
    }

    /// <summary>Milliseconds with two decimals: <c>0.42</c>.</summary>
    public static void PutMilliseconds(this IBufferWriter<byte> output, TimeSpan elapsed)
    {
        elapsed.TotalMilliseconds.TryFormat(output.GetSpan(32), out var written, "0.00", CultureInfo.InvariantCulture);
        output.Advance(written);
    }

    public static void PutNumber(this IBufferWriter<byte> output, int number)
    {
        number.TryFormat(output.GetSpan(16), out var written, default, CultureInfo.InvariantCulture);
        output.Advance(written);
    }
}
