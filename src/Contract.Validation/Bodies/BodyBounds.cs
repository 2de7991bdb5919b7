using SocialContract.JsonSchema.Instances;

namespace SocialContract.Contract.Validation.Bodies;

/// <summary>Limits of a body.</summary>
/// <param name="MaxFormFields">Fields of a form.</param>
internal readonly record struct BodyBounds(JsonLimits Json, int MaxFormFields);
