namespace SocialContract.Verification.Baselines;

/// <summary>The known failures of one server.</summary>
/// <param name="Entries">At most one for each rule and operation.</param>
internal sealed record Baseline(IReadOnlyList<BaselineEntry> Entries)
{
    public static Baseline Empty { get; } = new([]);

    internal IReadOnlyDictionary<(string Check, string Operation), BaselineEntry> ByCheck() =>
        Entries.ToDictionary(entry => (entry.Check, entry.Operation));
}
