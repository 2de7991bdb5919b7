using SocialContract.MockServer.Stubs.Embedding;
using SocialContract.MockServer.Stubs.Judging;
using WireMock;

namespace SocialContract.MockServer.Stubs;

/// <summary>
/// The stubs by path, in the order in which they are tried: by priority, then the last changed first. Built again when the stubs have
/// changed. Thread-safe.
/// </summary>
/// <param name="isStrict">Whether stubs that the document contradicts are left out.</param>
internal sealed class StubTable(EmbeddedWireMock wireMock, StubReview review, bool isStrict, TimeProvider clock)
{
    /// <summary>Comparing the stubs takes at most this share of the time.</summary>
    private const int CheckShare = 50;

    private static readonly long MinimumWait = TimeSpan.FromMicroseconds(100).Ticks;

    private readonly Lock _lock = new();
    private volatile Entries _entries = new(-1, [], new(StringComparer.Ordinal), []);
    private long _nextCheck;

    /// <summary>The stubs that may match a path, in the order in which they are tried.</summary>
    public Candidates At(string path)
    {
        var entries = Current();
        return new Candidates(entries.ByPath.GetValueOrDefault(path, []), entries.Others);
    }

    /// <summary>Builds the table again, with the stubs as they are now and judged by the document that is served now.</summary>
    public void Refresh()
    {
        lock (_lock)
        {
            _entries = Build(wireMock.Version, [.. wireMock.Mappings]);
        }
    }

    private Entries Current()
    {
        var entries = _entries;
        if (entries.Version == wireMock.Version && clock.GetTimestamp() < Volatile.Read(ref _nextCheck))
        {
            return entries;
        }

        lock (_lock)
        {
            var version = wireMock.Version;
            var started = clock.GetTimestamp();
            var stubs = wireMock.Mappings;
            if (version != _entries.Version || !stubs.SequenceEqual(_entries.Stubs, ReferenceEqualityComparer.Instance))
            {
                _entries = Build(version, [.. stubs]);
            }

            var wait = clock.GetElapsedTime(started).Ticks * CheckShare;
            var ticks = Math.Max(wait, MinimumWait) * clock.TimestampFrequency / TimeSpan.TicksPerSecond;
            Volatile.Write(ref _nextCheck, clock.GetTimestamp() + ticks);
            return _entries;
        }
    }

    private Entries Build(int version, IMapping[] stubs)
    {
        var ordered = stubs.Where(stub => !stub.IsAdminInterface && !stub.IsDisabled)
            .Where(stub => review.Of(stub).Count == 0 || !isStrict)
            .OrderBy(stub => stub.Priority).ThenByDescending(stub => stub.UpdatedAt).Index().ToList();
        var byPath = ordered.Where(entry => StubPaths.Literal(entry.Item) is not null)
            .GroupBy(entry => StubPaths.Literal(entry.Item)!, entry => new OrderedStub(entry.Index, entry.Item), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        OrderedStub[] others =
        [
            .. ordered.Where(entry => StubPaths.Literal(entry.Item) is null).Select(entry => new OrderedStub(entry.Index, entry.Item)),
        ];
        return new Entries(version, stubs, byPath, others);
    }

    private sealed record Entries(
        int Version, IMapping[] Stubs, Dictionary<string, OrderedStub[]> ByPath, OrderedStub[] Others);
}

/// <param name="Order">The position among all stubs.</param>
internal readonly record struct OrderedStub(int Order, IMapping Stub);

/// <summary>Two lists of stubs, enumerated as one in order.</summary>
internal readonly struct Candidates(OrderedStub[] exact, OrderedStub[] others)
{
    public bool IsEmpty => exact.Length == 0 && others.Length == 0;

    public IEnumerable<IMapping> InOrder()
    {
        var (left, right) = (0, 0);
        while (left < exact.Length || right < others.Length)
        {
            var takesLeft = right == others.Length || (left < exact.Length && exact[left].Order < others[right].Order);
            yield return takesLeft ? exact[left++].Stub : others[right++].Stub;
        }
    }
}
