using System.Collections.Frozen;

namespace SocialContract.JsonSchema.Patterns;

/// <summary>
/// Unicode data that .NET does not have, or does not have under invariant globalization: scripts, some binary properties, and the code
/// points that RFC 5892 allows in host names. Read from <c>unicode-tables.txt</c> on first use.
/// </summary>
internal static class UnicodeTables
{
    private static readonly Lazy<FrozenDictionary<string, Lazy<CodePointSet>>> Tables = new(Read);

    public static CodePointSet Alphabetic => Tables.Value[":Alphabetic"].Value;

    public static CodePointSet Lowercase => Tables.Value[":Lowercase"].Value;

    public static CodePointSet Uppercase => Tables.Value[":Uppercase"].Value;

    public static CodePointSet Emoji => Tables.Value[":Emoji"].Value;

    /// <summary>PVALID of RFC 5892 section 3.</summary>
    public static CodePointSet IdnaValid => Tables.Value[":IdnaValid"].Value;

    /// <summary>The code points of a script, given its long or short name; null for an unknown name.</summary>
    public static CodePointSet? Script(string name) => Tables.Value.GetValueOrDefault(name)?.Value;

    private static FrozenDictionary<string, Lazy<CodePointSet>> Read()
    {
        using var stream = typeof(UnicodeTables).Assembly.GetManifestResourceStream("unicode-tables.txt")!;
        using var reader = new StreamReader(stream);
        var tables = new Dictionary<string, Lazy<CodePointSet>>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab > 0)
            {
                var set = new Lazy<CodePointSet>(() => CodePointSet.Of(Ranges(line[(tab + 1)..])));
                foreach (var name in line[..tab].Split(' '))
                {
                    tables[name] = set;
                }
            }
        }

        return tables.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static IEnumerable<CodePointRange> Ranges(string text)
    {
        var end = 0;
        foreach (var part in text.Split(' '))
        {
            var dash = part.IndexOf('-', StringComparison.Ordinal);
            var first = end + Base36(dash < 0 ? part : part[..dash]);
            var last = first + (dash < 0 ? 0 : Base36(part[(dash + 1)..]));
            yield return new(first, last);
            end = last + 1;
        }
    }

    private static int Base36(string digits) =>
        digits.Aggregate(0, (number, digit) => (number * 36) + (digit <= '9' ? digit - '0' : digit - 'a' + 10));
}
