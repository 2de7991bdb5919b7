using System.Globalization;
using System.Text.RegularExpressions;

namespace SocialContract.MockServer.Stubs.RegularExpressions;

/// <summary>Reads an escape of Java that means a character or a set of characters, inside or outside a class.</summary>
internal readonly struct JavaEscapeReader
{
    /// <exception cref="JavaRegexException">There is no such escape.</exception>
    public JavaEscapeReader(string text, int at)
    {
        var letter = at + 1 < text.Length ? text[at + 1] : throw new JavaRegexException("it ends with a backslash");
        End = at + 2;
        if (JavaCharacterSets.OfEscape(char.ToLowerInvariant(letter)) is { } set)
        {
            (Members, IsSet, Negated) = (set, true, char.IsUpper(letter));
            return;
        }

        if (letter is 'p' or 'P')
        {
            (var name, End) = Property(text, End);
            (Members, IsSet, Negated) = (JavaCharacterSets.OfProperty(name.TrimStart('^')), true, (letter == 'P') != name.StartsWith('^'));
            return;
        }

        if (!char.IsAsciiLetterOrDigit(letter))
        {
            Members = letter == '-' ? @"\-" : Escaped(letter);
            return;
        }

        (Members, End) = Character(text, at, letter);
    }

    /// <summary>The character, escaped, or the members of the set, both as .NET writes them in a class.</summary>
    public string Members { get; }

    public bool IsSet { get; }

    /// <summary>Whether the set is the complement of the members.</summary>
    public bool Negated { get; }

    /// <summary>The position after the escape.</summary>
    public int End { get; }

    /// <summary>The character so that it means itself inside and outside a class.</summary>
    public static string Escaped(char character) => character is ']' or '^' or '-' or '}' ? $@"\{character}" : Regex.Escape($"{character}");

    private static (string Name, int End) Property(string text, int at)
    {
        var close = at < text.Length && text[at] == '{' ? text.IndexOf('}', at) : -1;
        return close > 0 ? (text[(at + 1)..close], close + 1)
            : at < text.Length && text[at] != '{' ? ($"{text[at]}", at + 1)
            : throw new JavaRegexException($@"the property at {at} is not closed: write \p{{Name}}");
    }

    private static (string Members, int End) Character(string text, int at, char letter) => letter switch
    {
        't' or 'n' or 'r' or 'f' or 'a' or 'e' => ($@"\{letter}", at + 2),
        'c' when at + 2 < text.Length => (text.Substring(at, 3), at + 3),
        'x' when at + 2 < text.Length && text[at + 2] == '{' && text.IndexOf('}', at) is > 0 and var close =>
            (CodePoint(text[(at + 3)..close], at, 16), close + 1),
        'x' when at + 4 <= text.Length => (CodePoint(text.Substring(at + 2, 2), at, 16), at + 4),
        'u' when at + 6 <= text.Length => (CodePoint(text.Substring(at + 2, 4), at, 16), at + 6),
        '0' => Octal(text, at),
        _ => throw new JavaRegexException($@"\{letter} at {at} is not an escape that is supported"),
    };

    private static (string Members, int End) Octal(string text, int at)
    {
        var end = at + 2;
        while (end < text.Length && end < at + 5 && char.IsBetween(text[end], '0', '7'))
        {
            end++;
        }

        return (CodePoint(text[(at + 2)..end], at, 8), end);
    }

    private static string CodePoint(string digits, int at, int radix)
    {
        var value = 0;
        foreach (var digit in digits)
        {
            var worth = char.IsAsciiHexDigit(digit) ? Convert.ToInt32($"{digit}", 16) : radix;
            value = worth < radix && value < 0x10000 ? (value * radix) + worth : int.MaxValue;
        }

        return digits.Length > 0 && value <= 0xFFFF
            ? string.Create(CultureInfo.InvariantCulture, $@"\u{value:X4}")
            : throw new JavaRegexException($"the character at {at} is not one of U+0000 to U+FFFF");
    }
}
