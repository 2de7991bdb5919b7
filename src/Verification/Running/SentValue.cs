using System.Text.Json.Nodes;

namespace SocialContract.Verification.Running;

/// <summary>A value of a request's body, and what an answer has at the same place.</summary>
/// <param name="Name">The member's name.</param>
/// <param name="Found">Null where the answer has nothing there.</param>
internal sealed record SentValue(string Pointer, string Name, JsonNode? Sent, JsonNode? Found)
{
    public bool IsFound => Found is not null && JsonNode.DeepEquals(Sent, Found);
}
