namespace SocialContract.JsonSchema.Formats;

/// <summary>IPv4 as dotted decimals (RFC 2673 section 3.2) and IPv6 (RFC 4291 section 2.2) without zone and brackets.</summary>
internal static class IpFormats
{
    public static bool IsIpv4(ReadOnlySpan<byte> text)
    {
        for (var part = 0; part < 4; part++)
        {
            var end = part < 3 ? text.IndexOf((byte)'.') : text.Length;
            if (end is < 1 or > 3 || (text[0] == '0' && end > 1) || text[..end].ContainsAnyExceptInRange((byte)'0', (byte)'9')
                || int.Parse(text[..end], System.Globalization.CultureInfo.InvariantCulture) > 255)
            {
                return false;
            }

            text = part < 3 ? text[(end + 1)..] : [];
        }

        return true;
    }

    public static bool IsIpv6(ReadOnlySpan<byte> text)
    {
        var gap = text.IndexOf("::"u8);
        if (gap < 0)
        {
            return CountGroups(text, allowIpv4: true) == 8;
        }

        var before = text[..gap];
        var after = text[(gap + 2)..];
        var first = before.IsEmpty ? 0 : CountGroups(before, allowIpv4: false);
        var last = after.IsEmpty ? 0 : CountGroups(after, allowIpv4: true);
        return first >= 0 && last >= 0 && first + last <= 7;
    }

    /// <summary>Counts groups of 16 bits, of which an IPv4 address at the end is two; -1 where a group is malformed.</summary>
    private static int CountGroups(ReadOnlySpan<byte> text, bool allowIpv4)
    {
        var groups = 0;
        while (true)
        {
            var end = text.IndexOf((byte)':');
            var group = end < 0 ? text : text[..end];
            if (end < 0 && allowIpv4 && group.Contains((byte)'.'))
            {
                return IsIpv4(group) ? groups + 2 : -1;
            }

            if (group.Length is 0 or > 4 || !Characters.AreHex(group))
            {
                return -1;
            }

            groups++;
            if (end < 0)
            {
                return groups;
            }

            text = text[(end + 1)..];
        }
    }
}
