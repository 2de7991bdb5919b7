namespace SocialContract.MockServer.State;

/// <summary>The things of one collection, in the order in which they came.</summary>
internal sealed class ThingCollection
{
    private readonly OrderedDictionary<string, StoredThing> _things = new(StringComparer.Ordinal);

    /// <param name="seeds">What the document's examples show; of several with the same id the first.</param>
    public ThingCollection(IEnumerable<StoredThing> seeds)
    {
        foreach (var seed in seeds)
        {
            if (_things.TryAdd(seed.Key, seed))
            {
                Seeds.Add(seed.Key);
            }
        }
    }

    public IReadOnlyList<StoredThing> Things => [.. _things.Values];

    public int Count => _things.Count;

    /// <summary>The ids of the things that the document's examples show.</summary>
    public HashSet<string> Seeds { get; } = new(StringComparer.Ordinal);

    public StoredThing? Find(string id) => _things.GetValueOrDefault(id);

    /// <summary>Adds a thing, or replaces the one with its id.</summary>
    /// <returns>By how many bytes the collection grew.</returns>
    public long Put(StoredThing thing)
    {
        var before = Find(thing.Key)?.Size ?? 0;
        _things[thing.Key] = thing;
        return thing.Size - before;
    }

    /// <returns>By how many bytes the collection shrank.</returns>
    public long Remove(string id) => _things.Remove(id, out var removed) ? removed.Size : 0;
}
