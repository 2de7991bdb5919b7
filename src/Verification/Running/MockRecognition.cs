using System.Text.Json.Nodes;

namespace SocialContract.Verification.Running;

/// <summary>
/// Tells the kit's own mock from a server. A header alone proves nothing, for a gateway may add it: the mock is also asked for its health, which
/// names the document that it mocks.
/// </summary>
internal static class MockRecognition
{
    public static async Task<bool> IsMockAsync(Run run, Answer answer, CancellationToken cancellationToken)
    {
        if (answer.Header("X-Contract-Answer") is null)
        {
            return false;
        }

        var health = await run.Transport.GetAsync(new Uri(run.Options.Url, "/__admin/health"), cancellationToken);
        return health.Code == 200 && Json.TryParse(health.Bytes, out var body) && body is JsonObject members
            && Json.Text(members["document"]) == run.Plan.Api.Title
            && Json.Text(members["version"]) == run.Plan.Api.Version
            && members["operations"] is JsonValue count && count.TryGetValue<int>(out var operations) && operations == run.Plan.Api.Operations.Count;
    }
}
