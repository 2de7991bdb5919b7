namespace SocialContract.Contract.Diagnostics;

/// <summary>Finds the existing name that is most similar to an unknown one.</summary>
internal static class NearestName
{
    private const int MaxNameLength = 64;

    /// <summary>The most pairs of characters that are compared for one name: about 50 ms.</summary>
    private const long MaxWork = 10_000_000;

    /// <summary>
    /// The candidate with the smallest Damerau-Levenshtein distance (optimal string alignment, ignoring case), the first of equals. Null if
    /// it differs in more than a third of its letters, because such a suggestion would mislead. Never the name itself. Of very many similar
    /// candidates, only the first are compared.
    /// </summary>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        if (name.Length is 0 or > MaxNameLength)
        {
            return null;
        }

        string? best = null;
        var bestDistance = int.MaxValue;
        var left = MaxWork;
        foreach (var candidate in candidates)
        {
            if (candidate == name || !IsComparable(name, candidate))
            {
                continue;
            }

            var bound = Math.Min(bestDistance - 1, Tolerance(Math.Max(name.Length, candidate.Length)));
            if (bound < 0 || Math.Abs(name.Length - candidate.Length) > bound)
            {
                continue;
            }

            left -= (long)name.Length * candidate.Length;
            if (left < 0)
            {
                break;
            }

            var distance = Distance(name, candidate);
            if (distance <= bound)
            {
                (best, bestDistance) = (candidate, distance);
            }
        }

        return best;
    }

    /// <summary>Whether the lengths of the names allow a misspelling.</summary>
    internal static bool IsComparable(string name, string candidate) =>
        candidate.Length is > 0 and <= MaxNameLength
        && Math.Abs(name.Length - candidate.Length) <= Tolerance(Math.Max(name.Length, candidate.Length));

    /// <summary>
    /// The number of edits that count as a misspelling: one in names of up to five letters, in longer ones a third of the letters.
    /// </summary>
    private static int Tolerance(int length) => length switch
    {
        <= 2 => 0,
        <= 5 => 1,
        _ => length / 3,
    };

    /// <summary>Insertions, deletions, substitutions and swaps of neighbours that turn one name into the other.</summary>
    internal static int Distance(string left, string right)
    {
        Span<int> beforeLast = stackalloc int[right.Length + 1];
        Span<int> last = stackalloc int[right.Length + 1];
        Span<int> current = stackalloc int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = Same(left[i - 1], right[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(last[j] + 1, current[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                {
                    current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
                }
            }

            var spare = beforeLast;
            beforeLast = last;
            last = current;
            current = spare;
        }

        return last[right.Length];
    }

    private static bool Same(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
