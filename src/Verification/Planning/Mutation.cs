using System.Text.Json.Nodes;

namespace SocialApi.Verification.Planning;

/// <summary>A message with one thing changed.</summary>
/// <param name="Title">What is changed, in words: <c>fb_token is the number 123</c>.</param>
/// <param name="Place">The pointer at which it is changed.</param>
public sealed record Mutation(string Title, string Place, JsonObject Parts);
