using SocialContract.Contract.Resources;

namespace SocialContract.MockServer.State;

/// <summary>
/// What the mock keeps: the things of collections. Collections that no request has changed are as the document's examples show.
/// </summary>
internal sealed class ThingStore
{
    /// <summary>The number of things in one collection.</summary>
    public const int ThingLimit = 1000;

    /// <summary>The number of collections that requests have changed.</summary>
    private const int CollectionLimit = 1000;

    /// <summary>The size of all things together, in bytes.</summary>
    private const long SizeLimit = 64L * 1024 * 1024;

    private readonly Dictionary<string, Entry> _collections = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IdSequence> _ids = new(StringComparer.Ordinal);
    private long _size;

    /// <summary>The collections that requests have changed, by path.</summary>
    public IEnumerable<(string Path, int Count)> Changed =>
        _collections.Values.Select(entry => (entry.Path, entry.Things.Count)).OrderBy(entry => entry.Path, StringComparer.Ordinal);

    /// <summary>The collection as it was changed; null if it was not.</summary>
    public ThingCollection? Find(ThingPath path) => _collections.GetValueOrDefault(PathOf(path))?.Things;

    /// <summary>The ids of a resource's things.</summary>
    public IdSequence IdsOf(Resource resource)
    {
        if (!_ids.TryGetValue(resource.Item, out var ids))
        {
            _ids.Add(resource.Item, ids = new IdSequence());
        }

        return ids;
    }

    /// <summary>Whether there is room for some more things in a collection.</summary>
    public bool HasRoom(ThingCollection things, int count) =>
        things.Count + count <= ThingLimit && _size < SizeLimit && _collections.Count < CollectionLimit;

    /// <summary>Keeps a thing in a collection.</summary>
    public void Put(ThingPath path, ThingCollection things, StoredThing thing)
    {
        Keep(path, things);
        _size += things.Put(thing);
    }

    /// <summary>Removes a thing, and all collections below it.</summary>
    public void Remove(ThingPath path, ThingCollection things, string id)
    {
        Keep(path, things);
        _size -= things.Remove(id);
        string[] thing = [.. path.Parents, id];
        RemoveWhere(entry => entry.Shape.StartsWith($"{path.Resource.Item}/", StringComparison.Ordinal)
            && entry.Parents.Take(thing.Length).SequenceEqual(thing, StringComparer.Ordinal));
    }

    public void Clear()
    {
        _collections.Clear();
        _ids.Clear();
        _size = 0;
    }

    /// <summary>Drops the things of all other resources.</summary>
    public void Keep(IReadOnlyList<Resource> resources)
    {
        var shapes = resources.Select(resource => resource.Collection).ToHashSet(StringComparer.Ordinal);
        RemoveWhere(entry => !shapes.Contains(entry.Shape));
    }

    private void RemoveWhere(Func<Entry, bool> isRemoved)
    {
        foreach (var (key, entry) in _collections.Where(pair => isRemoved(pair.Value)).ToList())
        {
            _collections.Remove(key);
            _size -= entry.Things.Things.Sum(thing => thing.Size);
        }
    }

    private void Keep(ThingPath path, ThingCollection things)
    {
        var key = PathOf(path);
        if (_collections.TryAdd(key, new Entry(key, path.Resource.Collection, path.Parents, things)))
        {
            _size += things.Things.Sum(thing => thing.Size);
        }
    }

    /// <summary>The path of the collection, percent-encoded: tells it from every other.</summary>
    private static string PathOf(ThingPath path)
    {
        var parts = path.Resource.Collection.Split("{}");
        return string.Concat(parts.Select((part, index) =>
            index < path.Parents.Count ? part + Uri.EscapeDataString(path.Parents[index]) : part));
    }

    /// <param name="Shape">The path without the values of its parameters.</param>
    private sealed record Entry(string Path, string Shape, IReadOnlyList<string> Parents, ThingCollection Things);
}
