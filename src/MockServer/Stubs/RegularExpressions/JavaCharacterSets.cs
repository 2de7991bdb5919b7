namespace SocialContract.MockServer.Stubs.RegularExpressions;

/// <summary>
/// The predefined character classes of Java's regular expressions as members of a .NET class. Java's are of ASCII where .NET's are of
/// Unicode.
/// </summary>
internal static class JavaCharacterSets
{
    private const string White = @" \t\n\x0B\f\r";
    private const string Horizontal = @" \t\xA0\u1680\u180e\u2000-\u200a\u202f\u205f\u3000";
    private const string Vertical = @"\n\x0B\f\r\x85\u2028\u2029";
    private const string Punctuation = @"!-/:-@\[-`{-~";

    /// <summary>The set of <c>\d</c>, <c>\w</c>, <c>\s</c>, <c>\h</c> or <c>\v</c>; null for other letters.</summary>
    /// <param name="letter">In lower case; the set of the upper-case letter is the complement.</param>
    public static string? OfEscape(char letter) => letter switch
    {
        'd' => "0-9",
        'w' => "a-zA-Z0-9_",
        's' => White,
        'h' => Horizontal,
        'v' => Vertical,
        _ => null,
    };

    /// <summary>
    /// The set of <c>\p{name}</c>: a POSIX class, a binary property, a general category or a block. .NET refuses the names that it does not
    /// know.
    /// </summary>
    public static string OfProperty(string name) => name switch
    {
        "Lower" => "a-z",
        "Upper" => "A-Z",
        "ASCII" => @"\x00-\x7F",
        "Alpha" => "a-zA-Z",
        "Digit" => "0-9",
        "Alnum" => "a-zA-Z0-9",
        "Punct" => Punctuation,
        "Graph" => "!-~",
        "Print" => " -~",
        "Blank" => @" \t",
        "Cntrl" => @"\x00-\x1F\x7F",
        "XDigit" => "0-9a-fA-F",
        "Space" => White,
        "IsAlphabetic" => @"\p{L}\p{Nl}",
        "IsLetter" => @"\p{L}",
        "IsDigit" => @"\p{Nd}",
        "IsLowercase" or "javaLowerCase" => @"\p{Ll}",
        "IsUppercase" or "javaUpperCase" => @"\p{Lu}",
        "IsPunctuation" => @"\p{P}",
        "IsControl" => @"\p{Cc}",
        "IsWhite_Space" or "javaWhitespace" => @"\s",
        _ when name.StartsWith("In", StringComparison.Ordinal) => $@"\p{{Is{name[2..]}}}",
        _ when name.StartsWith("Is", StringComparison.Ordinal) && name.Length is 3 or 4 => $@"\p{{{name[2..]}}}",
        _ when name.StartsWith("gc=", StringComparison.Ordinal) => $@"\p{{{name[3..]}}}",
        _ when name.StartsWith("general_category=", StringComparison.Ordinal) => $@"\p{{{name["general_category=".Length..]}}}",
        _ => $@"\p{{{name}}}",
    };
}
