using SocialContract.MockServer;

namespace SocialContract.Cli.Tests.Documentation;

/// <summary>The README's mock in a .NET test: compiled, and run by tests/MockServer in other words.</summary>
internal static class MockSnippet
{
    public static async Task<string> AskAsync()
    {
        await using var mock = await MockHost.StartAsync("openapi.yaml");
        using var client = new HttpClient { BaseAddress = mock.Url };
        return await client.GetStringAsync(new Uri("/__admin/health", UriKind.Relative));
    }
}
