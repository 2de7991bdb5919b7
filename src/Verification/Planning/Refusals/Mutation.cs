using System.Text.Json.Nodes;

namespace SocialContract.Verification.Planning.Refusals;

/// <summary>A way in which a message could break a rule: one thing changed.</summary>
/// <param name="Title">What is changed, in words: <c>fb_token is the number 123</c>.</param>
/// <param name="Place">The pointer at which it is changed.</param>
/// <param name="Way">Tells ways apart: the same value at another element is the same way.</param>
/// <param name="Apply">Makes the changed message, the one it is made from left as it is; null where it has no such place.</param>
public sealed record Mutation(string Title, string Place, int Way, Func<JsonObject?> Apply);
