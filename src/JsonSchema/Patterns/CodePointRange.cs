namespace SocialContract.JsonSchema.Patterns;

/// <summary>Code points from <paramref name="First"/> to <paramref name="Last"/>, both included.</summary>
public readonly record struct CodePointRange(int First, int Last);
