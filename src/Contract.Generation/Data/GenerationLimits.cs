namespace SocialContract.Contract.Generation.Data;

/// <summary>Limits on generating one instance.</summary>
/// <param name="MaxBytes">The longest instance, in bytes of UTF-8.</param>
/// <param name="MaxDepth">The greatest number of nested arrays and objects.</param>
/// <param name="MaxSteps">The greatest number of values tried, over all attempts.</param>
public sealed record GenerationLimits(int MaxBytes = 64 * 1024, int MaxDepth = 24, int MaxSteps = 20_000)
{
    /// <summary>The greatest amount of work of one search: branches compared, properties considered, bytes written.</summary>
    internal const long MaxWork = 4_000_000;

    public static GenerationLimits Default { get; } = new();
}
