namespace SocialContract.Contract.Provenances;

/// <summary>How sure the document is of a place.</summary>
/// <param name="Note">Why it was assumed; null for everything else.</param>
public sealed record Provenance(RuleSource Source, string? Note)
{
    /// <summary>A document that never says it states everything.</summary>
    public static Provenance Default { get; } = new(RuleSource.Stated, null);
}
