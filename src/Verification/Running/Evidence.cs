using SocialContract.Verification.Results;

namespace SocialContract.Verification.Running;

/// <summary>What one exchange says of one row.</summary>
/// <param name="Expected">What the row asks for, in a sentence; empty unless broken or undocumented.</param>
/// <param name="Found">What the server did, in a sentence; for <see cref="EvidenceKind.Blocked"/> why nothing was learnt.</param>
internal sealed record Evidence(EvidenceKind Kind, Exchange? Exchange, string Expected, string Found)
{
    /// <summary>What several cases of one cause have in common: what is expected, without the case's own words in brackets.</summary>
    public string Cause => Expected.IndexOf(" (", StringComparison.Ordinal) is var at and > 0 ? Expected[..at] : Expected;
}
