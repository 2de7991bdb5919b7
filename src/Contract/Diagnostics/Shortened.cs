namespace SocialContract.Contract.Diagnostics;

/// <summary>What was found, short enough for a message.</summary>
internal static class Shortened
{
    private const int Longest = 60;

    /// <summary>Stands for a secret wherever one was found.</summary>
    public const string Secret = "(redacted)";

    /// <summary>Text in quotes; <c>nothing</c> where it is empty.</summary>
    public static string Text(ReadOnlySpan<char> text) =>
        text.IsEmpty ? "nothing"
        : text.Length <= Longest ? $"\"{text}\""
        : $"\"{text[..Whole(text)]}…\" ({text.Length} characters)";

    /// <summary>A name without quotes.</summary>
    public static string Name(string name) => name.Length <= Longest ? name : $"{name.AsSpan(0, Whole(name))}…";

    /// <summary>As many characters as fit without cutting a surrogate pair in half.</summary>
    private static int Whole(ReadOnlySpan<char> text) => char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
}
