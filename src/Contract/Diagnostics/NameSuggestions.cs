namespace SocialContract.Contract.Diagnostics;

/// <summary>
/// Suggests known names for many unknown ones, as <see cref="NearestName"/> does, until a bound of work is reached: thousands of unknown
/// names among thousands of known ones would take minutes. Deterministic. Not thread-safe.
/// </summary>
/// <param name="work">The greatest number of pairs of characters that are compared; about five nanoseconds each.</param>
internal sealed class NameSuggestions(long work)
{
    /// <summary>For a message: about 50 ms.</summary>
    public const long OfMessage = 10_000_000;

    /// <summary>For a document: about a second.</summary>
    public const long OfDocument = 200_000_000;

    /// <summary>The work of looking at a candidate whose length differs too much.</summary>
    private const int WorkOfCandidate = 4;

    private long _left = work;

    /// <summary>Whether the bound is reached: a missing suggestion does not mean that no name is similar.</summary>
    public bool IsExhausted => _left <= 0;

    /// <summary>The candidate that is most similar to an unknown name; null if there is none, or once the bound is reached.</summary>
    public string? Find(string name, IEnumerable<string> candidates) =>
        _left <= 0 ? null : NearestName.Find(name, candidates.TakeWhile(candidate => TryCount(name, candidate)));

    /// <summary>Counts other work that grows with the number of names; false once the bound is reached.</summary>
    public bool TryCount(int names) => (_left -= (long)WorkOfCandidate * names) > 0;

    private bool TryCount(string name, string candidate)
    {
        _left -= WorkOfCandidate + (NearestName.IsComparable(name, candidate) ? (long)name.Length * candidate.Length : 0);
        return _left > 0;
    }
}
