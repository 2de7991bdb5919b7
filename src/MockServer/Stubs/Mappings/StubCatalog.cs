using System.Collections.Concurrent;
using SocialContract.MockServer.Journal;

namespace SocialContract.MockServer.Stubs.Mappings;

/// <summary>
/// The stubs that were posted or came from files, by id. Each is registered with WireMock.Net, too, which lists it and removes it; what
/// WireMock.Net cannot express is read here. Thread-safe.
/// </summary>
internal sealed class StubCatalog
{
    private readonly ConcurrentDictionary<Guid, (StubMapping Stub, long Order)> _stubs = new();
    private long _last;
    private long _bytes;

    public int Count => _stubs.Count;

    /// <summary>The size of all stubs as they were posted.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>The stub if it is in Java WireMock's form; null also if it is in WireMock.Net's own.</summary>
    public StubMapping? FindOfJava(Guid id) => Find(id) is { Model: null } stub ? stub : null;

    public StubMapping? Find(Guid id) => _stubs.TryGetValue(id, out var found) ? found.Stub : null;

    /// <summary>Larger for a stub that was added later.</summary>
    public long OrderOf(StubMapping stub) => _stubs.TryGetValue(stub.Id!.Value, out var found) ? found.Order : 0;

    /// <summary>Adds a stub, or replaces the one with its id.</summary>
    /// <returns>With an id, which the same stubs in the same order get again.</returns>
    public StubMapping Put(StubMapping stub)
    {
        var order = Interlocked.Increment(ref _last);
        var known = stub.Id is null ? stub with { Id = IdOf(order) } : stub;
        while (stub.Id is null && _stubs.ContainsKey(known.Id!.Value))
        {
            // The stub that an earlier process saved has the id that comes next.
            order = Interlocked.Increment(ref _last);
            known = stub with { Id = IdOf(order) };
        }

        known.Model?.Guid = known.Id;
        var replaced = Find(known.Id!.Value)?.Size ?? 0;
        _stubs[known.Id.Value] = (known, order);
        Interlocked.Add(ref _bytes, known.Size - replaced);
        return known;
    }

    private static Guid IdOf(long order) => JournalRecord.IdOf(long.MaxValue - order);

    /// <summary>Forgets stubs that WireMock.Net does not have any more.</summary>
    public void Keep(IReadOnlySet<Guid> ids)
    {
        foreach (var id in _stubs.Keys.Where(id => !ids.Contains(id)))
        {
            if (_stubs.TryRemove(id, out var removed))
            {
                Interlocked.Add(ref _bytes, -removed.Stub.Size);
            }
        }
    }
}
