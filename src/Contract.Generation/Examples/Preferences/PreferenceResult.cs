namespace SocialContract.Contract.Generation.Examples.Preferences;

/// <summary>What a client's preferences came to.</summary>
public abstract record PreferenceResult
{
    private PreferenceResult()
    {
    }

    public sealed record Understood(Preference Preference) : PreferenceResult
    {
        internal static Understood Nothing { get; } = new(Preference.None);
    }

    /// <param name="Problems">All of them, each a sentence: where, what is allowed, what was found.</param>
    public sealed record Malformed(IReadOnlyList<string> Problems) : PreferenceResult;
}
