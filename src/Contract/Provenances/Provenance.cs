namespace SocialContract.Contract.Provenances;

/// <summary>How sure the document is of a place.</summary>
/// <param name="Note">Why it is assumed; null for other sources.</param>
public sealed record Provenance(RuleSource Source, string? Note)
{
    /// <summary>The provenance of a place without <c>x-source</c> at or above it: stated.</summary>
    public static Provenance Default { get; } = new(RuleSource.Stated, null);
}
