using System.Text.Json.Nodes;
using SocialContract.Contract.Resources;

namespace SocialContract.MockServer.State;

/// <summary>Which collection, or which thing of it, a request is about.</summary>
/// <param name="Parents">The values of the path parameters of the collection, in order.</param>
/// <param name="Id">The last parameter's value as JSON; null for the collection.</param>
internal sealed record ThingPath(Resource Resource, IReadOnlyList<string> Parents, JsonNode? Id)
{
    public string? IdText => ThingJson.TextOf(Id);

    /// <summary>The thing below which the collection is.</summary>
    /// <param name="parent">A resource whose path is the beginning of the collection's.</param>
    public ThingPath Above(Resource parent)
    {
        var count = parent.Item.Split("{}").Length - 1;
        return new ThingPath(parent, [.. Parents.Take(count - 1)], JsonValue.Create(Parents[count - 1]));
    }
}
