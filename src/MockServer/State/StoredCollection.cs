namespace SocialContract.MockServer.State;

/// <summary>The resources of one collection, in the order in which they came.</summary>
internal sealed class StoredCollection
{
    private readonly OrderedDictionary<string, StoredResource> _things = new(StringComparer.Ordinal);

    /// <param name="seeds">What the document's examples show; of several with the same id the first.</param>
    public StoredCollection(IEnumerable<StoredResource> seeds)
    {
        foreach (var seed in seeds)
        {
            if (_things.TryAdd(seed.Key, seed))
            {
                Seeds.Add(seed.Key);
            }
        }
    }

    public IReadOnlyList<StoredResource> Things => [.. _things.Values];

    public int Count => _things.Count;

    /// <summary>The ids of the resources that the document's examples show.</summary>
    public HashSet<string> Seeds { get; } = new(StringComparer.Ordinal);

    public StoredResource? Find(string id) => _things.GetValueOrDefault(id);

    /// <summary>Adds a resource, or replaces the one with its id.</summary>
    /// <returns>By how many bytes the collection grew.</returns>
    public long Put(StoredResource thing)
    {
        var before = Find(thing.Key)?.Size ?? 0;
        _things[thing.Key] = thing;
        return thing.Size - before;
    }

    /// <returns>By how many bytes the collection shrank.</returns>
    public long Remove(string id) => _things.Remove(id, out var removed) ? removed.Size : 0;
}
