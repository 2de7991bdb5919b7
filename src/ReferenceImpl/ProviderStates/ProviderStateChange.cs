using System.Text.Json;
using System.Text.Json.Serialization;
using SocialContract.ReferenceImpl.Serving;

namespace SocialContract.ReferenceImpl.ProviderStates;

/// <summary>What Pact's verifier, and this kit's, send to set a state up or to tear it down.</summary>
/// <param name="Params">The state's own; absent where it has none.</param>
internal sealed record ProviderStateChange(string State, JsonElement Params = default, StateAction Action = StateAction.Setup);

[JsonConverter(typeof(NameOf<StateAction>))]
internal enum StateAction
{
    Setup,
    Teardown,
}
