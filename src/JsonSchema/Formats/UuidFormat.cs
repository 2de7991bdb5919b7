namespace SocialContract.JsonSchema.Formats;

/// <summary>RFC 4122 section 3: 8-4-4-4-12 hexadecimal digits of either case.</summary>
internal static class UuidFormat
{
    public static bool IsUuid(ReadOnlySpan<byte> text) =>
        text.Length == 36 && text[8] == '-' && text[13] == '-' && text[18] == '-' && text[23] == '-'
        && Characters.AreHex(text[..8]) && Characters.AreHex(text[9..13]) && Characters.AreHex(text[14..18])
        && Characters.AreHex(text[19..23]) && Characters.AreHex(text[24..]);
}
