namespace SocialContract.JsonSchema.Evaluation;

/// <summary>What became of one of several alternatives.</summary>
internal readonly record struct Branch(bool IsValid, IReadOnlyList<SchemaViolation> Violations);
