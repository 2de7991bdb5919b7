namespace SocialContract.Contract.Diagnostics;

/// <summary>Shortens found values for messages.</summary>
internal static class Shortened
{
    private const int MaxLength = 60;

    /// <summary>Text in quotes; <c>nothing</c> if it is empty.</summary>
    public static string Text(ReadOnlySpan<char> text) =>
        text.IsEmpty ? "nothing"
        : text.Length <= MaxLength ? $"\"{text}\""
        : $"\"{Start(text, MaxLength)}…\" ({text.Length} characters)";

    /// <summary>A name without quotes.</summary>
    public static string Name(string name) => To(name, MaxLength);

    /// <summary>The text itself, or its start and an ellipsis.</summary>
    /// <param name="maxLength">The length in characters to which longer text is cut.</param>
    public static string To(string text, int maxLength) => text.Length <= maxLength ? text : $"{Start(text, maxLength)}…";

    /// <summary>The text itself, or its start, an ellipsis and the length of the whole.</summary>
    /// <param name="maxLength">The length in characters to which longer text is cut.</param>
    public static string Measured(string text, int maxLength) =>
        text.Length <= maxLength ? text : $"{Start(text, maxLength)}… ({text.Length} characters)";

    /// <summary>As much of the text as fits without cutting a surrogate pair in half.</summary>
    public static ReadOnlySpan<char> Start(ReadOnlySpan<char> text, int maxLength) =>
        text.Length <= maxLength ? text : text[..(char.IsHighSurrogate(text[maxLength - 1]) ? maxLength - 1 : maxLength)];
}
