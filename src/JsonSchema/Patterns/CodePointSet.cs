using System.Collections.Immutable;

namespace SocialContract.JsonSchema.Patterns;

/// <summary>A set of Unicode code points: ranges in ascending order that neither overlap nor touch.</summary>
public sealed class CodePointSet
{
    private CodePointSet(ImmutableArray<CodePointRange> ranges) => Ranges = ranges;

    public static CodePointSet Empty { get; } = new([]);

    public ImmutableArray<CodePointRange> Ranges { get; }

    public static CodePointSet Of(IEnumerable<CodePointRange> ranges)
    {
        var merged = new List<CodePointRange>();
        foreach (var range in ranges.OrderBy(range => range.First))
        {
            if (merged.Count > 0 && range.First <= merged[^1].Last + 1)
            {
                merged[^1] = new(merged[^1].First, Math.Max(merged[^1].Last, range.Last));
            }
            else
            {
                merged.Add(range);
            }
        }

        return new([.. merged]);
    }

    public static CodePointSet Of(int codePoint) => new([new(codePoint, codePoint)]);

    public static CodePointSet Of(int first, int last) => new([new(first, last)]);

    public bool Contains(int codePoint)
    {
        int low = 0, high = Ranges.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            if (codePoint < Ranges[middle].First)
            {
                high = middle - 1;
            }
            else if (codePoint > Ranges[middle].Last)
            {
                low = middle + 1;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    public CodePointSet Union(CodePointSet other) => Of(Ranges.Concat(other.Ranges));

    public CodePointSet Without(int codePoint) => Complement().Union(Of(codePoint)).Complement();

    /// <summary>Every other code point from U+0000 to U+10FFFF, surrogates included.</summary>
    public CodePointSet Complement()
    {
        var rest = ImmutableArray.CreateBuilder<CodePointRange>(Ranges.Length + 1);
        var next = 0;
        foreach (var range in Ranges)
        {
            if (range.First > next)
            {
                rest.Add(new(next, range.First - 1));
            }

            next = range.Last + 1;
        }

        if (next <= 0x10FFFF)
        {
            rest.Add(new(next, 0x10FFFF));
        }

        return new(rest.ToImmutable());
    }

    /// <summary>The number of code points.</summary>
    public int Count => Ranges.Sum(range => range.Last - range.First + 1);
}
