namespace SocialApi.Verification.Cases;

/// <summary>Cases that are sent one after the other, because each depends on what the one before did: create, read, update, delete, delete again.</summary>
/// <param name="Capture">Where the answer to the creating step holds the id that later steps need.</param>
public sealed record Sequence(string Id, Capture Capture, IReadOnlyList<SequenceStep> Steps);
