namespace SocialContract.Contract.Generation.Data;

/// <summary>One end of a range of numbers.</summary>
internal readonly record struct NumberLimit(ExactNumber Value, bool Exclusive);
