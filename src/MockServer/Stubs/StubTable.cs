using SocialContract.MockServer.Stubs.Embedding;
using SocialContract.MockServer.Stubs.Judging;
using SocialContract.MockServer.Stubs.Mappings;
using WireMock;

namespace SocialContract.MockServer.Stubs;

/// <summary>
/// The stubs by path, in the order in which they are tried: by priority, then the last changed first. Built again when the stubs have
/// changed. Thread-safe.
/// </summary>
/// <param name="isStrict">Whether stubs that the document contradicts are left out.</param>
internal sealed class StubTable(
    EmbeddedWireMock wireMock, StubCatalog catalog, StubReview review, bool isStrict, TimeProvider clock)
{
    /// <summary>Comparing the stubs takes at most this share of the time.</summary>
    private const int CheckShare = 50;

    private static readonly long MinimumWait = TimeSpan.FromMicroseconds(100).Ticks;

    private readonly Lock _lock = new();
    private volatile Entries _entries = new(-1, [], new(StringComparer.Ordinal), []);
    private long _nextCheck;

    /// <summary>The stubs that may match a path, in the order in which they are tried.</summary>
    /// <param name="path">As sent, which stubs in Java WireMock's form compare.</param>
    public Candidates At(string path)
    {
        var entries = Current();
        var decoded = path.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(path) : path;
        return new Candidates(
            entries.ByPath.GetValueOrDefault(path, []),
            decoded == path ? [] : entries.ByPath.GetValueOrDefault(decoded, []),
            entries.Others);
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
        catalog.Keep(stubs.Select(stub => stub.Guid).ToHashSet());
        var ordered = stubs.Where(stub => !stub.IsAdminInterface && !stub.IsDisabled)
            .Where(stub => review.Of(stub).Count == 0 || !isStrict)
            .OrderBy(stub => stub.Priority).ThenByDescending(stub => stub.UpdatedAt).Index().ToList();
        var byPath = ordered.Where(entry => PathOf(entry.Item) is not null)
            .GroupBy(entry => PathOf(entry.Item)!, Ordered, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        OrderedStub[] others = [.. ordered.Where(entry => PathOf(entry.Item) is null).Select(Ordered)];
        return new Entries(version, stubs, byPath, others);
    }

    private OrderedStub Ordered((int Index, IMapping Item) entry) => new(entry.Index, entry.Item, catalog.FindOfJava(entry.Item.Guid));

    private string? PathOf(IMapping stub) =>
        catalog.FindOfJava(stub.Guid) is { } mapping ? mapping.Request.ExactPath : StubPaths.Literal(stub);

    private sealed record Entries(
        int Version, IMapping[] Stubs, Dictionary<string, OrderedStub[]> ByPath, OrderedStub[] Others);
}

/// <param name="Order">The position among all stubs.</param>
/// <param name="Mapping">The stub in Java WireMock's form; null if it did not arrive in that form.</param>
internal readonly record struct OrderedStub(int Order, IMapping Stub, StubMapping? Mapping);

/// <summary>Lists of stubs, enumerated as one in order.</summary>
internal readonly struct Candidates(OrderedStub[] sent, OrderedStub[] decoded, OrderedStub[] others)
{
    public bool IsEmpty => sent.Length == 0 && decoded.Length == 0 && others.Length == 0;

    public IEnumerable<OrderedStub> InOrder()
    {
        var (first, second, third) = (0, 0, 0);
        while (true)
        {
            var orders = (At(sent, first), At(decoded, second), At(others, third));
            var next = Math.Min(orders.Item1, Math.Min(orders.Item2, orders.Item3));
            if (next == int.MaxValue)
            {
                yield break;
            }

            yield return next == orders.Item1 ? sent[first++] : next == orders.Item2 ? decoded[second++] : others[third++];
        }
    }

    private static int At(OrderedStub[] stubs, int index) => index < stubs.Length ? stubs[index].Order : int.MaxValue;
}
