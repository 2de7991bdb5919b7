using System.Text;

namespace SocialContract.JsonSchema.Formats;

/// <summary>The Mailbox of RFC 5321 section 4.1.2: a dot-string or quoted string, and a domain or address literal.</summary>
internal static class EmailFormats
{
    private const int MaxLocalPartLength = 64;

    public static bool IsEmail(ReadOnlySpan<byte> text) =>
        Ascii.IsValid(text) && TrySplit(text, out var local, out var domain) && IsLocal(local)
        && (IsLiteral(domain) || HostnameFormats.IsHostname(domain));

    public static bool IsIdnEmail(ReadOnlySpan<byte> text) =>
        TrySplit(text, out var local, out var domain) && IsLocal(local) && (IsLiteral(domain) || HostnameFormats.IsIdnHostname(domain));

    private static bool TrySplit(ReadOnlySpan<byte> text, out ReadOnlySpan<byte> local, out ReadOnlySpan<byte> domain)
    {
        var at = text.LastIndexOf((byte)'@');
        local = at < 0 ? [] : text[..at];
        domain = at < 0 ? [] : text[(at + 1)..];
        return at is > 0 and <= MaxLocalPartLength && !domain.IsEmpty;
    }

    private static bool IsLocal(ReadOnlySpan<byte> local)
    {
        if (local.Length > 1 && local[0] == '"' && local[^1] == '"')
        {
            return IsQuoted(local[1..^1]);
        }

        if (local[0] == '.' || local[^1] == '.' || local.IndexOf(".."u8) >= 0)
        {
            return false;
        }

        foreach (var value in local)
        {
            if (!Characters.IsAlphanumeric(value) && value < 0x80 && !"!#$%&'*+-/=?^_`{|}~."u8.Contains(value))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsQuoted(ReadOnlySpan<byte> content)
    {
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] == '\\')
            {
                i++;
            }
            else if (content[i] == '"')
            {
                return false;
            }

            if (i == content.Length || content[i] is < 0x20 or 0x7F)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>RFC 5321 section 4.1.3: <c>[127.0.0.1]</c> or <c>[IPv6:::1]</c>.</summary>
    private static bool IsLiteral(ReadOnlySpan<byte> domain)
    {
        if (domain.Length < 3 || domain[0] != '[' || domain[^1] != ']')
        {
            return false;
        }

        var address = domain[1..^1];
        return address.StartsWith("IPv6:"u8) ? IpFormats.IsIpv6(address[5..]) : IpFormats.IsIpv4(address);
    }
}
