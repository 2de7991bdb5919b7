namespace SocialContract.Contract.Generation.Data;

/// <summary>What generating one instance may cost.</summary>
/// <param name="MaxBytes">The longest instance that is returned, in bytes of UTF-8.</param>
/// <param name="MaxDepth">Nested arrays and objects.</param>
/// <param name="MaxSteps">Values tried, over all attempts.</param>
public sealed record GenerationLimits(int MaxBytes = 64 * 1024, int MaxDepth = 24, int MaxSteps = 20_000)
{
    public static GenerationLimits Default { get; } = new();
}
