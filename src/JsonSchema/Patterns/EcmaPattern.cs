using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;

namespace SocialContract.JsonSchema.Patterns;

/// <summary>
/// A regular expression of ECMA-262 with the meaning of its <c>u</c> flag (JSON Schema validation 6.3.3). Most expressions run in time
/// proportional to the text. Those with look-around, back-references, word boundaries or large sets backtrack, and are stopped when their
/// time is used up. Unlike in ECMA-262, captures are not reset when a repetition starts again, which only a back-reference inside a
/// repetition can detect.
/// </summary>
public sealed class EcmaPattern
{
    private const int OnStack = 256;

    private readonly TimeSpan _timeout;
    private Regex? _regex;

    private EcmaPattern(string source, PatternNode root, TimeSpan timeout) => (Source, Root, _timeout) = (source, root, timeout);

    /// <summary>How long a backtracking pattern may take on one text by default: 200 ms.</summary>
    public static TimeSpan DefaultTimeout { get; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The expression as it was given.</summary>
    public string Source { get; }

    /// <summary>Its syntax tree.</summary>
    public PatternNode Root { get; }

    /// <summary>The same expression in .NET's syntax, for UTF-16.</summary>
    public string ToDotNet() => DotNetWriter.Write(Root);

    private Regex Regex => _regex ??= SharedRegexes.GetOrCreate(Source, Linear) ?? new(ToDotNet(), RegexOptions.CultureInvariant, _timeout);

    /// <summary>Reads an expression whose matches take <see cref="DefaultTimeout"/> at most.</summary>
    public static bool TryParse(string pattern, [NotNullWhen(true)] out EcmaPattern? result, out string fault) =>
        TryParse(pattern, DefaultTimeout, out result, out fault);

    /// <summary>
    /// Reads an expression. Two constructs are accepted although the <c>u</c> flag forbids them, since many schemas have them and their
    /// meaning is clear (ECMA-262 annex B.1.2): an escape of punctuation such as <c>\-</c>, and a bracket or brace that does not belong to
    /// a class or quantifier.
    /// </summary>
    /// <param name="pattern">The expression without slashes and flags.</param>
    /// <param name="timeout">How long a backtracking pattern may take on one text.</param>
    /// <param name="result">The expression, or null.</param>
    /// <param name="fault">What is wrong with the expression, with the offset in UTF-16 units; empty where nothing is wrong.</param>
    public static bool TryParse(string pattern, TimeSpan timeout, [NotNullWhen(true)] out EcmaPattern? result, out string fault)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        try
        {
            result = new(pattern, new PatternParser(pattern).Parse(), timeout);
            fault = "";
            return true;
        }
        catch (PatternSyntaxException problem)
        {
            result = null;
            fault = problem.Message;
            return false;
        }
    }

    /// <summary>
    /// The expression for the engine without backtracking; null where that engine does not support it: look-around, or more repetitions
    /// than its automaton can have.
    /// </summary>
    private Regex? Linear()
    {
        try
        {
            return DotNetWriter.IsLinear(Root) ? new(ToDotNet(), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant) : null;
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Whether it matches anywhere in the text.</summary>
    /// <exception cref="PatternTimeoutException">The time was not enough to decide.</exception>
    public bool IsMatch(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length <= OnStack)
        {
            Span<char> buffer = stackalloc char[OnStack];
            return IsMatch(buffer[..Encoding.UTF8.GetChars(utf8, buffer)]);
        }

        var rented = ArrayPool<char>.Shared.Rent(utf8.Length);
        try
        {
            return IsMatch(rented.AsSpan(0, Encoding.UTF8.GetChars(utf8, rented)));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(rented);
        }
    }

    /// <inheritdoc cref="IsMatch(ReadOnlySpan{byte})"/>
    public bool IsMatch(string text) => IsMatch(text.AsSpan());

    public override string ToString() => Source;

    private bool IsMatch(ReadOnlySpan<char> text)
    {
        try
        {
            return Regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException timeout)
        {
            var message = $"The pattern {Source} could not be decided within {_timeout.TotalMilliseconds} ms.";
            throw new PatternTimeoutException(message, timeout);
        }
    }
}
