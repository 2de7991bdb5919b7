using System.Collections.Frozen;
using System.Globalization;

namespace SocialContract.JsonSchema.Patterns;

/// <summary>The names of Unicode's general categories (PropertyValueAliases.txt, gc).</summary>
internal static class CategoryNames
{
    /// <summary>In the order of <see cref="UnicodeCategory"/>.</summary>
    private const string Names = """
        Lu Uppercase_Letter;Ll Lowercase_Letter;Lt Titlecase_Letter;Lm Modifier_Letter;Lo Other_Letter;Mn Nonspacing_Mark;
        Mc Spacing_Mark;Me Enclosing_Mark;Nd Decimal_Number digit;Nl Letter_Number;No Other_Number;Zs Space_Separator;
        Zl Line_Separator;Zp Paragraph_Separator;Cc Control cntrl;Cf Format;Cs Surrogate;Co Private_Use;Pc Connector_Punctuation;
        Pd Dash_Punctuation;Ps Open_Punctuation;Pe Close_Punctuation;Pi Initial_Punctuation;Pf Final_Punctuation;
        Po Other_Punctuation;Sm Math_Symbol;Sc Currency_Symbol;Sk Modifier_Symbol;So Other_Symbol;Cn Unassigned
        """;

    private const string Unions = """
        LC Cased_Letter:Lu Ll Lt;L Letter:Lu Ll Lt Lm Lo;M Mark Combining_Mark:Mn Mc Me;N Number:Nd Nl No;
        Z Separator:Zs Zl Zp;C Other:Cc Cf Cs Co Cn;P Punctuation punct:Pc Pd Ps Pe Pi Pf Po;S Symbol:Sm Sc Sk So
        """;

    /// <summary>The names of the general categories, and the categories that each name means.</summary>
    public static FrozenDictionary<string, UnicodeCategory[]> Create()
    {
        var all = new Dictionary<string, UnicodeCategory[]>(StringComparer.Ordinal);
        var names = Words(Names, ';').ToList();
        for (var i = 0; i < names.Count; i++)
        {
            foreach (var name in Words(names[i], ' '))
            {
                all[name] = [(UnicodeCategory)i];
            }
        }

        foreach (var union in Words(Unions, ';').Select(union => Words(union, ':').ToList()))
        {
            var categories = Words(union[1], ' ').SelectMany(name => all[name]).ToArray();
            foreach (var name in Words(union[0], ' '))
            {
                all[name] = categories;
            }
        }

        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string[] Words(string text, char separator) =>
        text.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
