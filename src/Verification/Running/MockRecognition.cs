using System.Text.Json.Nodes;
using SocialContract.Contract;
using SocialContract.Contract.Routing;
using SocialContract.Verification.Messages;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Running;

/// <summary>
/// Tells the kit's own mock from a server. A header alone proves nothing, since a gateway may add it; so the kit also requests its
/// health, which names its document.
/// </summary>
internal static class MockRecognition
{
    /// <param name="url">The target's base URL.</param>
    /// <param name="result">A response of the target.</param>
    public static async Task<bool> IsMockAsync(
        Transport transport, Uri url, ContractDescription api, SendResult result, CancellationToken cancellationToken)
    {
        if (result.Header("X-Contract-Answer") is null)
        {
            return false;
        }

        var health = await transport.GetAsync(new Uri(url, AdminPath.Health), cancellationToken);
        return health.Code == 200 && Json.TryParse(health.Body, out var body) && body is JsonObject members
            && Json.Text(members["document"]) == api.Title
            && Json.Text(members["version"]) == api.Version
            && members["operations"] is JsonValue count && count.TryGetValue<int>(out var operations) && operations == api.Operations.Count;
    }
}
