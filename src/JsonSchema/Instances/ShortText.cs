using System.Text;

namespace SocialContract.JsonSchema.Instances;

/// <summary>Cuts long text for messages between two characters, never inside one.</summary>
internal static class ShortText
{
    /// <summary>The text itself, or its start and an ellipsis.</summary>
    /// <param name="maxLength">The length in UTF-16 units to which longer text is cut.</param>
    public static string To(ReadOnlySpan<char> text, int maxLength) =>
        text.Length <= maxLength ? text.ToString() : $"{Start(text, maxLength)}…";

    /// <summary>The text itself, or its start, an ellipsis and the length of the whole in UTF-16 units.</summary>
    /// <param name="maxLength">The length in UTF-16 units to which longer text is cut.</param>
    public static string Measured(ReadOnlySpan<char> text, int maxLength) =>
        text.Length <= maxLength ? text.ToString() : $"{Start(text, maxLength)}… ({text.Length} characters)";

    /// <summary>The text itself, or its start, an ellipsis and the length of the whole in bytes.</summary>
    /// <param name="maxBytes">The length in bytes to which longer text is cut.</param>
    public static string Measured(ReadOnlySpan<byte> utf8, int maxBytes) =>
        utf8.Length <= maxBytes
            ? Encoding.UTF8.GetString(utf8)
            : $"{Encoding.UTF8.GetString(Start(utf8, maxBytes))}… ({utf8.Length} bytes)";

    /// <summary>As much of the text as fits without half of a surrogate pair at its end.</summary>
    /// <param name="maxLength">UTF-16 units.</param>
    public static ReadOnlySpan<char> Start(ReadOnlySpan<char> text, int maxLength)
    {
        if (text.Length <= maxLength)
        {
            return text;
        }

        var splitsPair = maxLength > 0 && char.IsHighSurrogate(text[maxLength - 1]) && char.IsLowSurrogate(text[maxLength]);
        return text[..(splitsPair ? maxLength - 1 : maxLength)];
    }

    /// <summary>As much of the text as fits without a part of a character at its end.</summary>
    public static ReadOnlySpan<byte> Start(ReadOnlySpan<byte> utf8, int maxBytes)
    {
        if (utf8.Length <= maxBytes)
        {
            return utf8;
        }

        // A character has at most three bytes after its first; where there are more, the text is not UTF-8.
        var end = maxBytes;
        while (end > Math.Max(0, maxBytes - 3) && (utf8[end] & 0xC0) == 0x80)
        {
            end--;
        }

        return utf8[..end];
    }
}
