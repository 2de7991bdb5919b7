using System.Text;
using System.Text.Json.Nodes;
using SocialContract.Contract.Documents;

namespace SocialContract.Verification.Sending;

/// <summary>Puts the server into states and back, the way Pact does: <c>POST {"state", "params", "action"}</c>.</summary>
internal sealed class StateClient(Transport transport, Uri url)
{
    /// <returns>Why the server is not in the state; null where it is.</returns>
    public async Task<string?> ChangeAsync(DocumentNode state, string action, CancellationToken cancellationToken)
    {
        var name = state.Text("name") ?? "";
        var body = new JsonObject
        {
            ["state"] = name,
            ["params"] = state.Member("params") is { } parameters ? JsonNode.Parse(parameters.Value.GetRawText()) : new JsonObject(),
            ["action"] = action,
        };
        var result = await transport.PostAsync(url, Encoding.UTF8.GetBytes(body.ToJsonString()), cancellationToken);
        if (result.IsSuccess && result.Fault == FaultKind.None)
        {
            return null;
        }

        var reason = result.Fault == FaultKind.None ? $"the provider states endpoint responds with {result.Code}" : result.FaultText;
        return $"the state '{name}' could not be set up: {reason}";
    }
}
