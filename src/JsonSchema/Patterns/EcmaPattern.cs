using System.Diagnostics.CodeAnalysis;

namespace SocialApi.JsonSchema.Patterns;

/// <summary>A regular expression of ECMA-262 with the meaning of its <c>u</c> flag (JSON Schema validation 6.3.3).</summary>
public sealed class EcmaPattern
{
    private EcmaPattern(string source, PatternNode root) => (Source, Root) = (source, root);

    public string Source { get; }

    public PatternNode Root { get; }

    /// <param name="pattern">The expression without slashes and flags.</param>
    /// <param name="result">The expression, or null.</param>
    /// <param name="fault">What is wrong with it, with the offset; empty where nothing is.</param>
    public static bool TryParse(string pattern, [NotNullWhen(true)] out EcmaPattern? result, out string fault) =>
        throw new NotImplementedException();

    /// <summary>Whether it matches anywhere in the text. Throws <see cref="PatternTimeoutException"/> where its time was not enough.</summary>
    public bool IsMatch(ReadOnlySpan<byte> utf8) => throw new NotImplementedException();

    public bool IsMatch(string text) => throw new NotImplementedException();
}
