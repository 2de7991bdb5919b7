using SocialApi.Contract.Sources;

namespace SocialApi.Contract.Generation;

/// <summary>Why no value was found for one place.</summary>
/// <param name="Keyword">The keyword that could not be satisfied, or the schema where no single keyword is to blame.</param>
/// <param name="Reason">One sentence.</param>
/// <param name="OfLimits">Whether a limit (depth, steps) stood in the way, so that the same schema may do elsewhere.</param>
internal sealed record GenerationFault(DocumentNode Keyword, string Reason, bool OfLimits = false);

/// <summary>A value, or why there is none: exactly one of the two is set.</summary>
internal readonly record struct Attempt(GeneratedValue? Value, GenerationFault? Fault, ValueOrigin Origin = ValueOrigin.Generated)
{
    public static implicit operator Attempt(GeneratedValue value) => new(value, null);

    public static implicit operator Attempt(GenerationFault fault) => new(null, fault);
}
