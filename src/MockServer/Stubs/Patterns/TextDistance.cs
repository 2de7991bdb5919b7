namespace SocialContract.MockServer.Stubs.Patterns;

/// <summary>The distance of texts: Levenshtein's, divided by the longer length.</summary>
internal static class TextDistance
{
    /// <summary>Characters that are compared; longer texts are cut, since the work grows with the product of the lengths.</summary>
    private const int MaxLength = 2_000;

    /// <returns>From 0, which only equal texts have, to 1; 1 if there is no text.</returns>
    public static double Of(string expected, string? found)
    {
        if (found is null || expected == found)
        {
            return found is null ? 1 : 0;
        }

        var left = Cut(expected);
        var right = Cut(found);
        var longest = Math.Max(left.Length, right.Length);
        return Math.Max(1.0, Edits(left, right)) / longest;
    }

    private static ReadOnlySpan<char> Cut(string text) => text.AsSpan(0, Math.Min(text.Length, MaxLength));

    private static int Edits(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        Span<int> edits = stackalloc int[left.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            edits[i] = i;
        }

        foreach (var character in right)
        {
            var diagonal = edits[0]++;
            for (var i = 1; i <= left.Length; i++)
            {
                var substitution = diagonal + (left[i - 1] == character ? 0 : 1);
                diagonal = edits[i];
                edits[i] = Math.Min(Math.Min(edits[i - 1], edits[i]) + 1, substitution);
            }
        }

        return edits[^1];
    }
}
