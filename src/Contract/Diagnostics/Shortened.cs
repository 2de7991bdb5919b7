namespace SocialContract.Contract.Diagnostics;

/// <summary>Shortens found values for messages.</summary>
internal static class Shortened
{
    private const int Longest = 60;

    /// <summary>Replaces the value of a secret.</summary>
    public const string Secret = "(redacted)";

    /// <summary>Text in quotes; <c>nothing</c> if it is empty.</summary>
    public static string Text(ReadOnlySpan<char> text) =>
        text.IsEmpty ? "nothing"
        : text.Length <= Longest ? $"\"{text}\""
        : $"\"{text[..Whole(text)]}…\" ({text.Length} characters)";

    /// <summary>A name without quotes.</summary>
    public static string Name(string name) => name.Length <= Longest ? name : $"{name.AsSpan(0, Whole(name))}…";

    /// <summary>The number of characters that fit without splitting a surrogate pair.</summary>
    private static int Whole(ReadOnlySpan<char> text) => char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
}
