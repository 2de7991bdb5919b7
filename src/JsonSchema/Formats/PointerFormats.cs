namespace SocialContract.JsonSchema.Formats;

/// <summary>RFC 6901 section 3, and relative pointers (draft-bhutton-relative-json-pointer-00 section 3).</summary>
internal static class PointerFormats
{
    public static bool IsPointer(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return true;
        }

        if (text[0] != '/')
        {
            return false;
        }

        for (var tilde = text.IndexOf((byte)'~'); tilde >= 0; tilde = text.IndexOf((byte)'~'))
        {
            if (tilde + 1 == text.Length || text[tilde + 1] is not ((byte)'0' or (byte)'1'))
            {
                return false;
            }

            text = text[(tilde + 2)..];
        }

        return true;
    }

    public static bool IsRelativePointer(ReadOnlySpan<byte> text)
    {
        if (!TryInteger(ref text))
        {
            return false;
        }

        if (text.Length > 0 && text[0] is (byte)'+' or (byte)'-')
        {
            text = text[1..];
            if (text.IsEmpty || text[0] == '0' || !TryInteger(ref text))
            {
                return false;
            }
        }

        return text.SequenceEqual("#"u8) || IsPointer(text);
    }

    private static bool TryInteger(ref ReadOnlySpan<byte> text)
    {
        var digits = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        digits = digits < 0 ? text.Length : digits;
        if (digits == 0 || (text[0] == '0' && digits > 1))
        {
            return false;
        }

        text = text[digits..];
        return true;
    }
}
