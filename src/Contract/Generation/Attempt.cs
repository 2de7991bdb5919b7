namespace SocialContract.Contract.Generation;

/// <summary>A value, or why there is none: exactly one of the two is set.</summary>
internal readonly record struct Attempt(GeneratedValue? Value, GenerationFault? Fault, ValueOrigin Origin = ValueOrigin.Generated)
{
    public static implicit operator Attempt(GeneratedValue value) => new(value, null);

    public static implicit operator Attempt(GenerationFault fault) => new(null, fault);
}
