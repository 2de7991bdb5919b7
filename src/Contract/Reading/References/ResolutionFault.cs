namespace SocialContract.Contract.Reading.References;

/// <summary>Why a reference leads nowhere.</summary>
internal sealed record ResolutionFault(string Code, string Message, string? Nearest);
