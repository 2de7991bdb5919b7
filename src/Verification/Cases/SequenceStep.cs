namespace SocialContract.Verification.Cases;

/// <summary>One request of a sequence.</summary>
/// <param name="State">The check that the state seen here is evidence for; null where the step only does something.</param>
internal sealed record SequenceStep(StepKind Kind, ContractCase Case, CheckKey? State);
