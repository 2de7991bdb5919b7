using System.Text.Json;
using System.Text.Json.Serialization;
using SocialContract.MockServer.Responding;
using SocialContract.MockServer.State;

namespace SocialContract.MockServer.Admin;

/// <summary>The resources that the mock keeps: of which resources, how many, and begin again.</summary>
/// <param name="state">Null: none are kept.</param>
internal sealed class StateEndpoints(MockState? state)
{
    private static readonly StateJson Json = new(AdminResponse.Readable(StateJson.Default));

    public IReadOnlyList<AdminEndpoint> All => state is null
        ? []
        :
        [
            new("GET", "/state", request => Show(request, state)),
            new("POST", "/state/reset", _ => Reset(state)),
        ];

    private static MockResponse Show(AdminRequest request, MockState state)
    {
        var resources = state.ResourcesOf(request.Request.Contract).All;
        var shown = state.With(store => new ShownState(
            [.. resources.Select(resource => resource.Operations[0].Path)],
            [.. store.Changed.Select(changed => new ShownCollection(changed.Path, changed.Count))]));
        return AdminResponse.Json(200, JsonSerializer.SerializeToUtf8Bytes(shown, Json.ShownState));
    }

    private static MockResponse Reset(MockState state)
    {
        state.Reset();
        return AdminResponse.Done;
    }
}

/// <param name="Paths">A path of each resource of which resources are kept.</param>
/// <param name="Changed">The collections that requests have changed.</param>
internal sealed record ShownState(IReadOnlyList<string> Paths, IReadOnlyList<ShownCollection> Changed);

/// <param name="Count">How many there are.</param>
internal sealed record ShownCollection(string Path, int Count);

[JsonSerializable(typeof(ShownState))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class StateJson : JsonSerializerContext;
