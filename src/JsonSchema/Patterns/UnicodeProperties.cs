using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;

namespace SocialContract.JsonSchema.Patterns;

/// <summary>
/// The properties of <c>\p{…}</c> (ECMA-262 section 22.2.1, tables 66 to 68): general categories by all their names, scripts, and the
/// binary properties that follow from them. Each is computed on its first use.
/// </summary>
internal static class UnicodeProperties
{
    private static readonly ConcurrentDictionary<string, CodePointSet?> Known = new(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, UnicodeCategory[]> Categories = CategoryNames.Create();

    /// <summary>The code points of a property; null for an unknown property.</summary>
    /// <param name="expression">
    /// The text between the braces: <c>L</c>, <c>Letter</c>, <c>gc=L</c>, <c>Script=Greek</c>, <c>ASCII</c>.
    /// </param>
    public static CodePointSet? Find(string expression) => Known.GetOrAdd(expression, Compute);

    private static CodePointSet? Compute(string expression)
    {
        var equals = expression.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
        {
            return Categories.TryGetValue(expression, out var lone) ? OfCategories(lone) : Binary(expression);
        }

        var value = expression[(equals + 1)..];
        return expression[..equals] switch
        {
            "General_Category" or "gc" when Categories.TryGetValue(value, out var categories) => OfCategories(categories),
            "Script" or "sc" => UnicodeTables.Script(value),
            _ => null,
        };
    }

    private static CodePointSet? Binary(string name) => name switch
    {
        "Any" => CodePointSet.Of(0, 0x10FFFF),
        "ASCII" => CodePointSet.Of(0, 0x7F),
        "ASCII_Hex_Digit" or "AHex" => CodePointSet.Of([new('0', '9'), new('A', 'F'), new('a', 'f')]),
        "Assigned" => OfCategories([UnicodeCategory.OtherNotAssigned]).Complement(),
        "White_Space" or "space" => CodePointSets.Space.Union(CodePointSet.Of(0x85)).Without(0xFEFF),
        "Alphabetic" or "Alpha" => UnicodeTables.Alphabetic,
        "Lowercase" or "Lower" => UnicodeTables.Lowercase,
        "Uppercase" or "Upper" => UnicodeTables.Uppercase,
        "Emoji" => UnicodeTables.Emoji,
        _ => null,
    };

    private static CodePointSet OfCategories(UnicodeCategory[] categories)
    {
        var wanted = new bool[30];
        Array.ForEach(categories, category => wanted[(int)category] = true);
        var ranges = new List<CodePointRange>();
        var start = -1;
        for (var codePoint = 0; codePoint <= 0x110000; codePoint++)
        {
            var isWanted = codePoint <= 0x10FFFF && wanted[(int)CharUnicodeInfo.GetUnicodeCategory(codePoint)];
            if (isWanted && start < 0)
            {
                start = codePoint;
            }
            else if (!isWanted && start >= 0)
            {
                ranges.Add(new(start, codePoint - 1));
                start = -1;
            }
        }

        return CodePointSet.Of(ranges);
    }
}
