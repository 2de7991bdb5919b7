using System.Globalization;

namespace SocialContract.JsonSchema.Patterns;

/// <summary>
/// Reads what a backslash introduces, inside and outside of a class (ECMA-262 section 22.2.1, CharacterEscape and CharacterClassEscape).
/// </summary>
internal static class Escapes
{
    /// <summary>Reads an escape that means a set of code points, often a single one.</summary>
    public static CodePointSet Set(string source, ref int position, bool inClass)
    {
        var start = position;
        position++;
        if (position >= source.Length)
        {
            throw new PatternSyntaxException(@"found a pattern that ends in '\'", start);
        }

        var letter = source[position++];
        return letter switch
        {
            'd' => CodePointSets.Digits,
            'D' => CodePointSets.Digits.Complement(),
            'w' => CodePointSets.Word,
            'W' => CodePointSets.Word.Complement(),
            's' => CodePointSets.Space,
            'S' => CodePointSets.Space.Complement(),
            'p' => Property(source, ref position),
            'P' => Property(source, ref position).Complement(),
            'b' when inClass => CodePointSet.Of('\b'),
            't' => CodePointSet.Of('\t'),
            'n' => CodePointSet.Of('\n'),
            'v' => CodePointSet.Of('\v'),
            'f' => CodePointSet.Of('\f'),
            'r' => CodePointSet.Of('\r'),
            '0' when position >= source.Length || !char.IsAsciiDigit(source[position]) => CodePointSet.Of(0),
            'c' when position < source.Length && char.IsAsciiLetter(source[position]) => CodePointSet.Of(source[position++] & 0x1F),
            'x' => CodePointSet.Of(Hex(source, ref position, 2, start)),
            'u' => CodePointSet.Of(Unicode(source, ref position, start)),
            _ when char.IsAscii(letter) && (char.IsPunctuation(letter) || char.IsSymbol(letter)) => CodePointSet.Of(letter),
            _ => throw new PatternSyntaxException($@"found the escape '\{letter}' that ECMA-262 does not have", start),
        };
    }

    public static int CodePointAt(string source, ref int position)
    {
        if (char.IsHighSurrogate(source[position]) && position + 1 < source.Length && char.IsLowSurrogate(source[position + 1]))
        {
            position += 2;
            return char.ConvertToUtf32(source[position - 2], source[position - 1]);
        }

        return source[position++];
    }

    private static CodePointSet Property(string source, ref int position)
    {
        var start = position;
        var end = source.IndexOf('}', position);
        if (position >= source.Length || source[position] != '{' || end < 0)
        {
            throw new PatternSyntaxException(@"found '\p' without a property in braces", start);
        }

        var name = source[(position + 1)..end];
        position = end + 1;
        return UnicodeProperties.Find(name)
            ?? throw new PatternSyntaxException($"found the unknown Unicode property '{name}'", start);
    }

    private static int Unicode(string source, ref int position, int start)
    {
        if (position < source.Length && source[position] == '{')
        {
            var end = source.IndexOf('}', position);
            var digits = end < 0 ? default : source.AsSpan((position + 1)..end);
            if (!int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var codePoint)
                || codePoint is < 0 or > 0x10FFFF)
            {
                throw new PatternSyntaxException(@"found '\u{' without a code point in braces", start);
            }

            position = end + 1;
            return codePoint;
        }

        var unit = Hex(source, ref position, 4, start);
        if (char.IsHighSurrogate((char)unit) && string.CompareOrdinal(source, position, @"\u", 0, 2) == 0)
        {
            var next = position + 2;
            var low = Hex(source, ref next, 4, start);
            if (char.IsLowSurrogate((char)low))
            {
                position = next;
                return char.ConvertToUtf32((char)unit, (char)low);
            }
        }

        return unit;
    }

    private static int Hex(string source, ref int position, int length, int start)
    {
        if (position + length > source.Length
            || !int.TryParse(source.AsSpan(position, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            throw new PatternSyntaxException($"found an escape without its {length} hexadecimal digits", start);
        }

        position += length;
        return value;
    }
}
