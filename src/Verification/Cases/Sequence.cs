namespace SocialContract.Verification.Cases;

/// <summary>
/// Cases that are sent one after the other, because each depends on what the one before did: create, read, update, delete, delete again.
/// </summary>
internal sealed record Sequence(string Id, IReadOnlyList<SequenceStep> Steps);
