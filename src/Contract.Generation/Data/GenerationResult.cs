using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Generation.Data;

/// <summary>The result of generating one value: either a <see cref="GeneratedValue"/> or a <see cref="GenerationFault"/>.</summary>
internal abstract record GenerationResult
{
    private protected GenerationResult()
    {
    }
}

/// <summary>Why no value was found for one place.</summary>
/// <param name="Keyword">The keyword that could not be satisfied, or the schema where the cause is not a single keyword.</param>
/// <param name="Reason">One sentence.</param>
/// <param name="OfLimits">Whether a limit (depth, steps, size) is the cause, so that the same schema may succeed at another place.</param>
internal sealed record GenerationFault(DocumentNode Keyword, string Reason, bool OfLimits = false) : GenerationResult;
