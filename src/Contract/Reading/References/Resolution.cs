using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Reading.References;

/// <summary>What a reference leads to: a target or a fault.</summary>
internal readonly record struct Resolution(DocumentNode? Target, ResolutionFault? Fault);
