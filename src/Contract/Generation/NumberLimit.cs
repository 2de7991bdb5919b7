namespace SocialContract.Contract.Generation;

/// <summary>One end of a range of numbers.</summary>
internal readonly record struct NumberLimit(ExactNumber Value, bool Exclusive);
