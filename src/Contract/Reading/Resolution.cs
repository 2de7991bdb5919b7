using SocialContract.Contract.Sources;

namespace SocialContract.Contract.Reading;

/// <summary>What a reference leads to: a target or a fault.</summary>
internal readonly record struct Resolution(DocumentNode? Target, ResolutionFault? Fault);
