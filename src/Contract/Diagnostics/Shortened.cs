namespace SocialContract.Contract.Diagnostics;

/// <summary>Shortens found values for messages.</summary>
internal static class Shortened
{
    private const int Longest = 60;

    /// <summary>Text in quotes; <c>nothing</c> where it is empty.</summary>
    public static string Text(ReadOnlySpan<char> text) =>
        text.IsEmpty ? "nothing"
        : text.Length <= Longest ? $"\"{text}\""
        : $"\"{Start(text, Longest)}…\" ({text.Length} characters)";

    /// <summary>A name without quotes.</summary>
    public static string Name(string name) => To(name, Longest);

    /// <summary>The text itself, or its start and an ellipsis.</summary>
    /// <param name="longest">How much is left of longer text. Characters.</param>
    public static string To(string text, int longest) => text.Length <= longest ? text : $"{Start(text, longest)}…";

    /// <summary>The text itself, or its start, an ellipsis and the length of the whole.</summary>
    /// <param name="longest">How much is left of longer text. Characters.</param>
    public static string Measured(string text, int longest) =>
        text.Length <= longest ? text : $"{Start(text, longest)}… ({text.Length} characters)";

    /// <summary>As much of the text as fits without cutting a surrogate pair in half.</summary>
    public static ReadOnlySpan<char> Start(ReadOnlySpan<char> text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
}
