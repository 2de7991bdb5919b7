using System.Buffers;
using System.Text;

namespace SocialContract.JsonSchema.Formats;

/// <summary>RFC 3986 appendix A, and RFC 3987 section 2.2, which adds characters beyond ASCII.</summary>
internal static class UriFormats
{
    public static bool IsUri(ReadOnlySpan<byte> text) => IsReference(text, allowUnicode: false, needsScheme: true);

    public static bool IsUriReference(ReadOnlySpan<byte> text) => IsReference(text, allowUnicode: false, needsScheme: false);

    public static bool IsIri(ReadOnlySpan<byte> text) => IsReference(text, allowUnicode: true, needsScheme: true);

    public static bool IsIriReference(ReadOnlySpan<byte> text) => IsReference(text, allowUnicode: true, needsScheme: false);

    private static bool IsReference(ReadOnlySpan<byte> text, bool allowUnicode, bool needsScheme)
    {
        var hasScheme = TryScheme(ref text);
        if (needsScheme && !hasScheme)
        {
            return false;
        }

        if (!TryTail(ref text, '#', "/?:@"u8, allowUnicode, allowPrivate: false)
            || !TryTail(ref text, '?', "/?:@"u8, allowUnicode, allowPrivate: true))
        {
            return false;
        }

        if (text.StartsWith("//"u8))
        {
            text = text[2..];
            var end = text.IndexOf((byte)'/');
            var authority = end < 0 ? text : text[..end];
            text = end < 0 ? [] : text[end..];
            return IsAuthority(authority, allowUnicode) && AreCharacters(text, "/:@"u8, allowUnicode, allowPrivate: false);
        }

        return AreCharacters(text, "/:@"u8, allowUnicode, allowPrivate: false) && (hasScheme || !FirstSegment(text).Contains((byte)':'));
    }

    private static ReadOnlySpan<byte> FirstSegment(ReadOnlySpan<byte> path)
    {
        var slash = path.IndexOf((byte)'/');
        return slash < 0 ? path : path[..slash];
    }

    private static bool TryScheme(ref ReadOnlySpan<byte> text)
    {
        var colon = text.IndexOf((byte)':');
        if (colon <= 0 || !Characters.IsLetter(text[0]))
        {
            return false;
        }

        foreach (var value in text[..colon])
        {
            if (!Characters.IsAlphanumeric(value) && value is not ((byte)'+' or (byte)'-' or (byte)'.'))
            {
                return false;
            }
        }

        text = text[(colon + 1)..];
        return true;
    }

    /// <summary>Splits off a fragment or a query; false where it is malformed.</summary>
    private static bool TryTail(ref ReadOnlySpan<byte> text, char mark, ReadOnlySpan<byte> also, bool allowUnicode, bool allowPrivate)
    {
        var start = text.IndexOf((byte)mark);
        if (start < 0)
        {
            return true;
        }

        var tail = text[(start + 1)..];
        text = text[..start];
        return AreCharacters(tail, also, allowUnicode, allowPrivate);
    }

    private static bool IsAuthority(ReadOnlySpan<byte> authority, bool allowUnicode)
    {
        var at = authority.LastIndexOf((byte)'@');
        if (at >= 0)
        {
            if (!AreCharacters(authority[..at], ":"u8, allowUnicode, allowPrivate: false))
            {
                return false;
            }

            authority = authority[(at + 1)..];
        }

        var host = authority;
        if (authority.StartsWith("["u8))
        {
            var close = authority.IndexOf((byte)']');
            return close > 0 && IsIpLiteral(authority[1..close]) && IsPort(authority[(close + 1)..]);
        }

        var colon = authority.IndexOf((byte)':');
        if (colon >= 0)
        {
            host = authority[..colon];
            if (!IsPort(authority[colon..]))
            {
                return false;
            }
        }

        return AreCharacters(host, [], allowUnicode, allowPrivate: false);
    }

    private static bool IsPort(ReadOnlySpan<byte> port) =>
        port.IsEmpty || (port[0] == ':' && !port[1..].ContainsAnyExceptInRange((byte)'0', (byte)'9'));

    private static bool IsIpLiteral(ReadOnlySpan<byte> address)
    {
        if (address.Length < 4 || (address[0] | 0x20) != 'v')
        {
            return IpFormats.IsIpv6(address);
        }

        var dot = address.IndexOf((byte)'.');
        return dot > 1 && dot + 1 < address.Length && Characters.AreHex(address[1..dot])
            && address.IndexOf((byte)'%') < 0 && AreCharacters(address[(dot + 1)..], ":"u8, allowUnicode: false, allowPrivate: false);
    }

    /// <summary>Unreserved characters, sub-delimiters, percent-encoded bytes, and others that the place allows.</summary>
    private static bool AreCharacters(ReadOnlySpan<byte> text, ReadOnlySpan<byte> also, bool allowUnicode, bool allowPrivate)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var value = text[i];
            if (Characters.IsAlphanumeric(value) || "-._~!$&'()*+,;="u8.Contains(value) || also.Contains(value))
            {
                continue;
            }

            if (value == '%')
            {
                if (i + 2 >= text.Length || !Characters.IsHex(text[i + 1]) || !Characters.IsHex(text[i + 2]))
                {
                    return false;
                }

                i += 2;
            }
            else if (value < 0x80 || !allowUnicode || !TryUnicode(text[i..], allowPrivate, out var length))
            {
                return false;
            }
            else
            {
                i += length - 1;
            }
        }

        return true;
    }

    private static bool TryUnicode(ReadOnlySpan<byte> text, bool allowPrivate, out int length)
    {
        if (Rune.DecodeFromUtf8(text, out var rune, out length) != OperationStatus.Done)
        {
            return false;
        }

        return rune.Value switch
        {
            >= 0xA0 and <= 0xD7FF or >= 0xF900 and <= 0xFDCF or >= 0xFDF0 and <= 0xFFEF => true,
            >= 0xE000 and <= 0xF8FF or >= 0xF0000 => allowPrivate && (rune.Value & 0xFFFF) < 0xFFFE,
            >= 0x10000 and < 0xE0000 => (rune.Value & 0xFFFF) < 0xFFFE,
            >= 0xE1000 and < 0xF0000 => (rune.Value & 0xFFFF) < 0xFFFE,
            _ => false,
        };
    }
}
