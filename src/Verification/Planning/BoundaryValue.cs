using System.Text.Json.Nodes;

namespace SocialContract.Verification.Planning;

/// <summary>A change to a plain request that every rule allows, at the edge of what one place may be.</summary>
/// <param name="Place">The place with <c>*</c> for elements.</param>
/// <param name="Title">In words: <c>location is "signUpForm"</c>.</param>
/// <param name="Apply">The changed parts; null where the place is not there.</param>
internal sealed record BoundaryValue(string Place, string Title, Func<JsonObject, JsonObject?> Apply)
{
    /// <summary>Whether the place is left out, so that nothing beneath it can be at an edge in the same request.</summary>
    public bool Removes { get; init; }
}
