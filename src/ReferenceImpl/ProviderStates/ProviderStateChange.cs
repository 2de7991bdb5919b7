using System.Text.Json;
using System.Text.Json.Serialization;
using SocialContract.ReferenceImpl.Json;

namespace SocialContract.ReferenceImpl.ProviderStates;

/// <summary>The body with which Pact's verifier and this kit's verify set up a state or tear it down.</summary>
/// <param name="Params">The parameters of the state; absent if it has none.</param>
internal sealed record ProviderStateChange(string State, JsonElement Params = default, StateAction Action = StateAction.Setup);

[JsonConverter(typeof(EnumNameConverter<StateAction>))]
internal enum StateAction
{
    Setup,
    Teardown,
}
