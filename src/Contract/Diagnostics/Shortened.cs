using SocialContract.JsonSchema.Instances;

namespace SocialContract.Contract.Diagnostics;

/// <summary>Shortens found values for messages.</summary>
internal static class Shortened
{
    private const int MaxLength = 60;

    /// <summary>Text in quotes; <c>nothing</c> if it is empty.</summary>
    public static string Text(ReadOnlySpan<char> text) =>
        text.IsEmpty ? "nothing"
        : text.Length <= MaxLength ? $"\"{text}\""
        : $"\"{ShortText.To(text, MaxLength)}\" ({text.Length} characters)";

    /// <summary>A name without quotes.</summary>
    public static string Name(string name) => To(name, MaxLength);

    /// <summary>The text itself, or its start and an ellipsis.</summary>
    /// <param name="maxLength">The length in characters to which longer text is cut.</param>
    public static string To(string text, int maxLength) => text.Length <= maxLength ? text : ShortText.To(text, maxLength);

    /// <summary>The text itself, or its start, an ellipsis and the length of the whole.</summary>
    /// <param name="maxLength">The length in characters to which longer text is cut.</param>
    public static string Measured(string text, int maxLength) =>
        text.Length <= maxLength ? text : ShortText.Measured(text, maxLength);

    /// <summary>The text itself, or its start, an ellipsis and the length of the whole in bytes.</summary>
    /// <param name="maxBytes">The length in bytes to which longer text is cut.</param>
    public static string Measured(ReadOnlySpan<byte> utf8, int maxBytes) => ShortText.Measured(utf8, maxBytes);
}
