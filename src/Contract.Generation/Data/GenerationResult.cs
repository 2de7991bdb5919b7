namespace SocialContract.Contract.Generation.Data;

/// <summary>A value, or why there is none: exactly one of the two is set.</summary>
internal readonly record struct GenerationResult(GeneratedValue? Value, GenerationFault? Fault, ValueOrigin Origin = ValueOrigin.Generated)
{
    public static implicit operator GenerationResult(GeneratedValue value) => new(value, null);

    public static implicit operator GenerationResult(GenerationFault fault) => new(null, fault);
}
