namespace SocialContract.Verification.Running;

/// <summary>An id in the response to a request that creates a resource.</summary>
/// <param name="Doubt">Why it is not certain that the request created the resource, in a clause; null if it is certain.</param>
internal sealed record CreatedId(string Id, string? Doubt);
