using System.Text.Json.Nodes;

namespace SocialContract.MockServer.State;

/// <summary>A thing that the mock keeps.</summary>
/// <param name="Id">As JSON: a string or a number.</param>
/// <param name="Members">All that is known of it: what the client sent, and what the mock's responses showed.</param>
internal sealed record StoredThing(JsonNode Id, JsonObject Members)
{
    /// <summary>The id as it stands in a path.</summary>
    public string Key => ThingJson.TextOf(Id)!;

    /// <summary>The number of bytes that it counts for.</summary>
    public long Size { get; } = Members.ToJsonString().Length;
}
