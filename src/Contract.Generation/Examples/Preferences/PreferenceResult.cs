namespace SocialContract.Contract.Generation.Examples.Preferences;

/// <summary>The result of reading a client's preferences.</summary>
public abstract record PreferenceResult
{
    private PreferenceResult()
    {
    }

    public sealed record Understood(Preference Preference) : PreferenceResult
    {
        internal static Understood Nothing { get; } = new(Preference.None);
    }

    /// <param name="Problems">All problems, each a sentence: the place, the expected values, the value found.</param>
    public sealed record Malformed(IReadOnlyList<string> Problems) : PreferenceResult;
}
