using System.Text.RegularExpressions;

namespace SocialContract.MockServer.Stubs.RegularExpressions;

/// <summary>
/// A Java regular expression (java.util.regex.Pattern) that must match a whole text, and whose dot matches line breaks. It runs in linear
/// time where .NET can do so, and at most for a second otherwise.
/// </summary>
internal sealed class StubRegex
{
    private const int MaxLength = 10_000;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    private readonly Regex _regex;

    private StubRegex(string expression, Regex regex) => (Expression, _regex) = (expression, regex);

    /// <summary>As written in the stub.</summary>
    public string Expression { get; }

    /// <param name="fault">What is wrong, with the position in the expression where that is known.</param>
    /// <param name="ignoreCase">The flag <c>i</c> of a JSON path's expression.</param>
    /// <returns>Null if it is not a regular expression, or if it needs what .NET does not have.</returns>
    public static StubRegex? Create(string expression, out string fault, bool ignoreCase = false)
    {
        fault = "";
        if (expression.Length > MaxLength)
        {
            fault = $"a regular expression of {expression.Length} characters; at most {MaxLength} are accepted";
            return null;
        }

        try
        {
            return new(expression, Compile($@"\A(?:{JavaRegexTranslator.Translate(expression)})\z", ignoreCase));
        }
        catch (JavaRegexException failure)
        {
            fault = $"not a regular expression: {failure.Message}";
        }
        catch (RegexParseException failure)
        {
            fault = $"not a regular expression: {Sentence(failure)}";
        }

        return null;
    }

    /// <summary>False also if it takes too long, which is recorded.</summary>
    public bool IsMatch(string text, PatternTimeouts timeouts)
    {
        try
        {
            return _regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            timeouts.Add(Expression);
            return false;
        }
    }

    /// <summary>The error's own words without the expression, which was rewritten.</summary>
    private static string Sentence(RegexParseException failure) => failure.Error switch
    {
        RegexParseError.UnterminatedBracket => "a character class is not closed",
        RegexParseError.InsufficientClosingParentheses => "a parenthesis is not closed",
        RegexParseError.InsufficientOpeningParentheses => "a parenthesis is closed that was not opened",
        RegexParseError.QuantifierAfterNothing => "a quantifier follows nothing that could be repeated",
        RegexParseError.NestedQuantifiersNotParenthesized => "a quantifier follows a quantifier",
        RegexParseError.ReversedCharacterRange => "a range in a character class is reversed",
        RegexParseError.ReversedQuantifierRange => "the bounds of a quantifier are reversed",
        RegexParseError.UnescapedEndingBackslash => "it ends with a backslash",
        RegexParseError.InvalidUnicodePropertyEscape or RegexParseError.UnrecognizedUnicodeProperty =>
            "it names a Unicode property that .NET does not have",
        RegexParseError.UndefinedNumberedReference or RegexParseError.UndefinedNamedReference =>
            "it refers to a group that it does not have",
        _ => $"{failure.Error}",
    };

    private static Regex Compile(string expression, bool ignoreCase)
    {
        var options = RegexOptions.CultureInvariant | RegexOptions.Singleline | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None);
        try
        {
            return new Regex(expression, options | RegexOptions.NonBacktracking, Timeout);
        }
        catch (NotSupportedException)
        {
            return new Regex(expression, options, Timeout);
        }
    }
}
