using SocialContract.Contract.Resources;

namespace SocialContract.MockServer.State;

/// <summary>
/// What the mock keeps: the resources of collections. Collections that no request has changed are as the document's examples show.
/// </summary>
internal sealed class ResourceStore
{
    /// <summary>The number of resources in one collection.</summary>
    public const int ResourceLimit = 1000;

    /// <summary>The number of collections that requests have changed.</summary>
    private const int CollectionLimit = 1000;

    /// <summary>The size of all resources together, in bytes.</summary>
    private const long SizeLimit = 64L * 1024 * 1024;

    private readonly Dictionary<string, Entry> _collections = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IdSequence> _ids = new(StringComparer.Ordinal);
    private long _size;

    /// <summary>The collections that requests have changed, by path.</summary>
    public IEnumerable<(string Path, int Count)> Changed =>
        _collections.Values.Select(entry => (entry.Path, entry.Things.Count)).OrderBy(entry => entry.Path, StringComparer.Ordinal);

    /// <summary>The collection as it was changed; null if it was not.</summary>
    public StoredCollection? Find(ResourcePath path) => _collections.GetValueOrDefault(PathOf(path))?.Things;

    /// <summary>The ids of a resource's resources.</summary>
    public IdSequence IdsOf(Resource resource)
    {
        if (!_ids.TryGetValue(resource.Item, out var ids))
        {
            _ids.Add(resource.Item, ids = new IdSequence());
        }

        return ids;
    }

    /// <summary>Whether there is room for some more resources in a collection.</summary>
    public bool HasRoom(StoredCollection things, int count) =>
        things.Count + count <= ResourceLimit && _size < SizeLimit && _collections.Count < CollectionLimit;

    /// <summary>Keeps a resource in a collection.</summary>
    public void Put(ResourcePath path, StoredCollection things, StoredResource thing)
    {
        Keep(path, things);
        _size += things.Put(thing);
    }

    /// <summary>Removes a resource, and all collections below it.</summary>
    public void Remove(ResourcePath path, StoredCollection things, string id)
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

    /// <summary>Drops the resources of all other resources.</summary>
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

    private void Keep(ResourcePath path, StoredCollection things)
    {
        var key = PathOf(path);
        if (_collections.TryAdd(key, new Entry(key, path.Resource.Collection, path.Parents, things)))
        {
            _size += things.Things.Sum(thing => thing.Size);
        }
    }

    /// <summary>The path of the collection, percent-encoded: tells it from every other.</summary>
    private static string PathOf(ResourcePath path)
    {
        var parts = path.Resource.Collection.Split("{}");
        return string.Concat(parts.Select((part, index) =>
            index < path.Parents.Count ? part + Uri.EscapeDataString(path.Parents[index]) : part));
    }

    /// <param name="Shape">The path without the values of its parameters.</param>
    private sealed record Entry(string Path, string Shape, IReadOnlyList<string> Parents, StoredCollection Things);
}
