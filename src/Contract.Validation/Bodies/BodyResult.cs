using SocialContract.Contract.Rules;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.Contract.Validation.Bodies;

/// <summary>What became of a body.</summary>
/// <param name="Content">The entry it was read by; null where none fits or there is no body.</param>
/// <param name="Instance">It as JSON; null where there is nothing to look into.</param>
/// <param name="Violation">What keeps it from being read.</param>
internal readonly record struct BodyResult(BodyContent? Content, JsonInstance? Instance, Violation? Violation);
