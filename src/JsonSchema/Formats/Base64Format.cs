using System.Buffers.Text;

namespace SocialContract.JsonSchema.Formats;

/// <summary>OpenAPI's <c>byte</c>: base64 with padding and without white space (RFC 4648 section 4).</summary>
internal static class Base64Format
{
    public static bool IsBase64(ReadOnlySpan<byte> text) => text.IndexOfAny(" \t\r\n"u8) < 0 && Base64.IsValid(text);
}
