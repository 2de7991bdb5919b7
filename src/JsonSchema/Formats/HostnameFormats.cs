using System.Buffers;
using System.Text;

namespace SocialContract.JsonSchema.Formats;

/// <summary>RFC 1123 section 2.1, with A-labels checked by RFC 5891 section 5.4, and names with U-labels.</summary>
internal static class HostnameFormats
{
    private const int MaxNameLength = 253;
    private const int MaxLabelLength = 63;

    public static bool IsHostname(ReadOnlySpan<byte> text) => Ascii.IsValid(text) && IsIdnHostname(text);

    public static bool IsIdnHostname(ReadOnlySpan<byte> text)
    {
        if (text.Length is 0 or > 4 * MaxNameLength)
        {
            return false;
        }

        Span<int> buffer = stackalloc int[4 * MaxNameLength];
        if (!TryDecode(text, buffer, out var count))
        {
            return false;
        }

        var name = (ReadOnlySpan<int>)buffer[..count];
        var rightToLeft = BidiRule.IsBidiName(name);
        var length = -1;
        while (true)
        {
            var end = name.IndexOf('.');
            if (!IsLabel(end < 0 ? name : name[..end], rightToLeft, out var labelLength))
            {
                return false;
            }

            length += labelLength + 1;
            if (end < 0)
            {
                return length <= MaxNameLength;
            }

            name = name[(end + 1)..];
        }
    }

    /// <summary>Reads code points; the ideographic and wide full stops separate labels too (RFC 3490 section 3.1).</summary>
    private static bool TryDecode(ReadOnlySpan<byte> text, Span<int> codePoints, out int count)
    {
        count = 0;
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(text, out var rune, out var length) != OperationStatus.Done)
            {
                return false;
            }

            codePoints[count++] = rune.Value is 0x3002 or 0xFF0E or 0xFF61 ? '.' : rune.Value;
            text = text[length..];
        }

        return true;
    }

    /// <param name="length">The number of octets of the label in ASCII.</param>
    private static bool IsLabel(ReadOnlySpan<int> label, bool bidi, out int length)
    {
        length = label.Length;
        if (label.Length is 0 or > MaxLabelLength || label[0] == '-' || label[^1] == '-')
        {
            return false;
        }

        if (label.ContainsAnyExceptInRange(0, 0x7F))
        {
            length = Punycode.EncodedLength(label) + "xn--".Length;
            return length <= MaxLabelLength && IdnaLabel.IsUnicodeLabel(label, bidi);
        }

        if (label.Length >= 4 && (label[0] | 0x20) == 'x' && (label[1] | 0x20) == 'n' && label[2] == '-' && label[3] == '-')
        {
            Span<int> decoded = stackalloc int[MaxLabelLength];
            return Punycode.TryDecode(label[4..], decoded, out var count)
                && decoded[..count].ContainsAnyExceptInRange(0, 0x7F)
                && Punycode.EncodedLength(decoded[..count]) == label.Length - 4
                && IdnaLabel.IsUnicodeLabel(decoded[..count], bidi || BidiRule.IsBidiName(decoded[..count]));
        }

        foreach (var codePoint in label)
        {
            if (!Characters.IsAlphanumeric((byte)codePoint) && codePoint != '-')
            {
                return false;
            }
        }

        return !bidi || BidiRule.IsSatisfied(label);
    }
}
