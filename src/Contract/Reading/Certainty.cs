using SocialContract.Contract.Model;

namespace SocialContract.Contract.Reading;

/// <summary>How sure the document is of a place.</summary>
/// <param name="Note">Why it was assumed; null for everything else.</param>
public sealed record Certainty(RuleSource Source, string? Note)
{
    /// <summary>A document that never says it states everything.</summary>
    public static Certainty Default { get; } = new(RuleSource.Stated, null);
}
