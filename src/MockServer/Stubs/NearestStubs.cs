using SocialContract.Contract.Messages;
using SocialContract.MockServer.Journal;
using SocialContract.MockServer.Stubs.Mappings;
using SocialContract.MockServer.Stubs.Requests;

namespace SocialContract.MockServer.Stubs;

/// <summary>Compares a request with stubs that do not match it.</summary>
internal static class NearestStubs
{
    /// <summary>Stubs that are named for a request.</summary>
    public const int MaxCount = 3;

    /// <summary>The most similar stubs, the most similar first.</summary>
    /// <param name="request">As it was sent: its secrets decide.</param>
    /// <param name="shown">The same as it may be shown.</param>
    public static IReadOnlyList<NearestStub> Of(RequestMessage request, RequestMessage shown, IReadOnlyList<StubMapping> stubs)
    {
        var (sent, redacted) = (new StubRequest(request), new StubRequest(shown));
        return
        [
            .. stubs.Select(stub => (Stub: stub, Distance: stub.Request.Distance(sent)))
                .OrderBy(near => near.Distance).Take(MaxCount)
                .Select(near => new NearestStub(
                    near.Stub.Id!.Value,
                    near.Stub.Name ?? near.Stub.Id.Value.ToString(),
                    near.Distance,
                    Differences(near.Stub.Request, sent, redacted))),
        ];
    }

    /// <param name="sent">Decides which parts differ.</param>
    /// <param name="redacted">What is shown of them.</param>
    public static IReadOnlyList<StubDifference> Differences(RequestPattern pattern, StubRequest sent, StubRequest redacted)
    {
        var parts = pattern.Differences(sent).Select(difference => difference.Part).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. pattern.Differences(redacted).Where(difference => parts.Contains(difference.Part))
                .Select(difference => new StubDifference(difference.Part, difference.Expected, difference.Found)),
        ];
    }
}
