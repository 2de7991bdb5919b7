using System.Buffers;
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
    public static void PutMilliseconds(this IBufferWriter<byte> output, long stopwatchTicks)
    {
        var milliseconds = stopwatchTicks * 1000.0 / System.Diagnostics.Stopwatch.Frequency;
        var span = output.GetSpan(32);
        milliseconds.TryFormat(span, out var written, "0.00", System.Globalization.CultureInfo.InvariantCulture);
        output.Advance(written);
    }

    public static void PutNumber(this IBufferWriter<byte> output, int number)
    {
        var span = output.GetSpan(16);
        number.TryFormat(span, out var written, default, System.Globalization.CultureInfo.InvariantCulture);
        output.Advance(written);
    }
}
