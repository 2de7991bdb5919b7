using System.Text.Json.Nodes;

namespace SocialContract.MockServer.State;

/// <summary>A resource that the mock keeps.</summary>
/// <param name="Id">As JSON: a string or a number.</param>
/// <param name="Members">All that is known of it: what the client sent, and what the mock's responses showed.</param>
internal sealed record StoredResource(JsonNode Id, JsonObject Members)
{
    /// <summary>The id as text, as a path has it.</summary>
    public string Key => ResourceJson.TextOf(Id)!;

    /// <summary>The number of bytes that it counts for.</summary>
    public long Size { get; } = Members.ToJsonString().Length;
}
