using System.Text.Json.Nodes;
using SocialContract.Contract;
using SocialContract.Verification.Messages;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Running;

/// <summary>
/// Tells the kit's own mock from a server. A header alone proves nothing, for a gateway may add it: the mock is also asked for its health,
/// which names the document that it mocks.
/// </summary>
internal static class MockRecognition
{
    /// <param name="url">The target's base URL.</param>
    /// <param name="answer">An answer of the target.</param>
    public static async Task<bool> IsMockAsync(
        Transport transport, Uri url, ContractDescription api, Answer answer, CancellationToken cancellationToken)
    {
        if (answer.Header("X-Contract-Answer") is null)
        {
            return false;
        }

        var health = await transport.GetAsync(new Uri(url, "/__admin/health"), cancellationToken);
        return health.Code == 200 && Json.TryParse(health.Body, out var body) && body is JsonObject members
            && Json.Text(members["document"]) == api.Title
            && Json.Text(members["version"]) == api.Version
            && members["operations"] is JsonValue count && count.TryGetValue<int>(out var operations) && operations == api.Operations.Count;
    }
}
