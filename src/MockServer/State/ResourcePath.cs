using System.Text.Json.Nodes;
using SocialContract.Contract.Resources;

namespace SocialContract.MockServer.State;

/// <summary>Which collection, or which resource of it, a request is about.</summary>
/// <param name="Parents">The values of the path parameters of the collection, in order.</param>
/// <param name="Id">The last parameter's value as JSON; null for the collection.</param>
internal sealed record ResourcePath(Resource Resource, IReadOnlyList<string> Parents, JsonNode? Id)
{
    public string? IdText => ResourceJson.TextOf(Id);

    /// <summary>The resource below which the collection is.</summary>
    /// <param name="parent">A resource whose path is the beginning of the collection's.</param>
    public ResourcePath Above(Resource parent)
    {
        var count = parent.ParameterCount;
        return new ResourcePath(parent, [.. Parents.Take(count - 1)], JsonValue.Create(Parents[count - 1]));
    }
}
