using SocialContract.MockServer;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;

namespace SocialContract.Cli.Tests.Documentation;

/// <summary>The README's mock in a .NET test: compiled, and run by tests/MockServer in other words.</summary>
internal static class MockSnippet
{
    public static async Task<string> AskAsync()
    {
        await using var mock = await MockHost.StartAsync("openapi.yaml");
        using var client = mock.CreateClient();
        mock.WireMock.Given(Request.Create().WithPath("/api/v3/instagram_accounts/7").UsingDelete())
            .RespondWith(Response.Create().WithStatusCode(503));
        return await client.GetStringAsync(new Uri("/__admin/health", UriKind.Relative));
    }
}
