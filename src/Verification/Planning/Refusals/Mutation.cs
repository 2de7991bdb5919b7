using System.Text.Json.Nodes;

namespace SocialContract.Verification.Planning.Refusals;

/// <summary>A change to a message that could break a rule.</summary>
/// <param name="Title">The change in words: <c>fb_token is the number 123</c>.</param>
/// <param name="Place">The pointer of the changed value.</param>
/// <param name="Way">The number of the change for the rule: the same value at another element has the same number.</param>
/// <param name="Apply">Creates the changed message without modifying the original; null if the message does not have the place.</param>
internal sealed record Mutation(string Title, string Place, int Way, Func<JsonObject?> Apply);
