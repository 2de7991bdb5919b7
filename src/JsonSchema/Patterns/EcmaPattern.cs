using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;

namespace SocialContract.JsonSchema.Patterns;

/// <summary>
/// A regular expression of ECMA-262 with the meaning of its <c>u</c> flag (JSON Schema validation 6.3.3). Most run in time proportional to
/// the text; those with look-around, back-references, word boundaries or large sets backtrack and are stopped after their time. Captures are not
/// reset when a repetition starts anew, as ECMA-262 has it: only a back-reference inside a repetition could tell.
/// </summary>
public sealed class EcmaPattern
{
    private const int OnStack = 256;

    private readonly TimeSpan _timeout;
    private Regex? _regex;

    private EcmaPattern(string source, PatternNode root, TimeSpan timeout) => (Source, Root, _timeout) = (source, root, timeout);

    /// <summary>How long a backtracking pattern may take on one text unless said otherwise.</summary>
    public static TimeSpan DefaultTimeout { get; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The expression as it was given.</summary>
    public string Source { get; }

    /// <summary>Its syntax tree.</summary>
    public PatternNode Root { get; }

    /// <summary>The same expression in .NET's syntax, over UTF-16.</summary>
    public string ToDotNet() => DotNetWriter.Write(Root);

    private Regex Regex => _regex ??= Linear() ?? new(ToDotNet(), RegexOptions.CultureInvariant, _timeout);

    /// <summary>Reads an expression whose matches take <see cref="DefaultTimeout"/> at most.</summary>
    public static bool TryParse(string pattern, [NotNullWhen(true)] out EcmaPattern? result, out string fault) =>
        TryParse(pattern, DefaultTimeout, out result, out fault);

    /// <summary>
    /// Reads an expression. Two things are accepted that the <c>u</c> flag forbids and many schemas have, since they can mean only one
    /// thing (ECMA-262 annex B.1.2): an escape of punctuation such as <c>\-</c>, and a bracket or brace that closes or repeats nothing.
    /// </summary>
    /// <param name="pattern">The expression without slashes and flags.</param>
    /// <param name="timeout">How long a backtracking pattern may take on one text.</param>
    /// <param name="result">The expression, or null.</param>
    /// <param name="fault">What is wrong with it, with the offset in UTF-16 units; empty where nothing is.</param>
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

    /// <summary>The expression for the engine without backtracking; null where that cannot take it: look-around, or repetitions too many for its automaton.</summary>
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
    /// <exception cref="PatternTimeoutException">Its time was not enough to tell.</exception>
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
            throw new PatternTimeoutException($"The pattern {Source} could not be decided within {_timeout.TotalMilliseconds} ms.", timeout);
        }
    }
}
