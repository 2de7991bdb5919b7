using SocialContract.Contract;
using SocialContract.Contract.Reading;

namespace SocialContract.MockServer.Tests.Fuzz;

/// <summary>
/// Serves a hostile document and sends it requests, within generous bounds of time and memory: what exceeds them would not have ended.
/// </summary>
internal static class Bounded
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Allocated in all, collected or not. Bytes.</summary>
    private const long MaxAllocated = 2L * 1024 * 1024 * 1024;

    /// <summary>The status of each response, in the requests' order.</summary>
    public static Task<int[]> Statuses(string document, params FuzzedRequest[] requests) => Run(async () =>
    {
        using var file = new TemporaryDocument(document);
        await using var mock = await MockHost.StartAsync(new MockOptions { Document = file.Path, Reload = false }, Http.Cancelled);
        var statuses = new List<int>();
        foreach (var request in requests)
        {
            statuses.Add((await RawClient.Send(mock.Url, request.ToBytes())).ShouldNotBeNull());
        }

        return statuses.ToArray();
    });

    /// <summary>What the loader says of a document that it refuses.</summary>
    public static Task<string> Rejection(string document) => Run(() => Task.FromResult(
        string.Join(
            '\n',
            ContractLoader.LoadText(document, "openapi.yaml")
                .ShouldBeOfType<LoadResult.Rejected>()
                .Diagnostics.Select(diagnostic => diagnostic.Message))));

    private static async Task<T> Run<T>(Func<Task<T>> work)
    {
        var before = GC.GetTotalAllocatedBytes();
        var result = await Task.Run(work, Http.Cancelled).WaitAsync(Patience, Http.Cancelled);
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(MaxAllocated);
        return result;
    }
}
