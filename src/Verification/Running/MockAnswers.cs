using SocialContract.Contract;
using SocialContract.MockServer;

namespace SocialContract.Verification.Running;

/// <summary>The kit's own mock, in this process.</summary>
public sealed class MockAnswers : IMockAnswers
{
    private readonly MockHost _mock;

    private MockAnswers(MockHost mock) => _mock = mock;

    public Uri Url => _mock.Url;

    /// <summary>Starts it on a free port, with a description that is loaded already.</summary>
    public static async Task<IMockAnswers> StartAsync(ContractDescription api, CancellationToken cancellationToken) =>
        new MockAnswers(await MockHost.StartAsync(api, new MockOptions { Document = api.Documents.Entry.DisplayPath, Reload = false }, cancellationToken));

    public ValueTask DisposeAsync() => _mock.DisposeAsync();
}
