namespace SocialContract.Verification.Baselines;

/// <summary>The known failures of one server.</summary>
/// <param name="Entries">At most one for each rule and operation.</param>
internal sealed record Baseline(IReadOnlyList<BaselineEntry> Entries)
{
    public static Baseline Empty { get; } = new([]);

    internal IReadOnlyDictionary<(string Rule, string Operation), BaselineEntry> ByRule() =>
        Entries.ToDictionary(entry => (entry.Rule, entry.Operation));
}
