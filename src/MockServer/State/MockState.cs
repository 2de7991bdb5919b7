using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using SocialContract.Contract.Resources;
using SocialContract.MockServer.Logging;
using SocialContract.MockServer.Responding;

namespace SocialContract.MockServer.State;

/// <summary>
/// What requests created, changed and deleted, of each resource of the document; it begins with what the document's examples show.
/// Thread-safe.
/// </summary>
internal sealed class MockState
{
    private const int ShownLimit = 10;

    private readonly ConditionalWeakTable<ServedContract, StateResources> _resources = [];
    private readonly Lock _lock = new();
    private readonly ResourceStore _store = new();

    /// <summary>The resources of a version of the document.</summary>
    public StateResources ResourcesOf(ServedContract contract) =>
        _resources.GetValue(contract, static served => new StateResources(served));

    /// <summary>Reads or changes what is kept; other requests wait.</summary>
    public T With<T>(Func<ResourceStore, T> use)
    {
        lock (_lock)
        {
            return use(_store);
        }
    }

    /// <summary>Begins again with what the examples show.</summary>
    public void Reset()
    {
        lock (_lock)
        {
            _store.Clear();
        }
    }

    /// <summary>Says of which collections state is kept, or that there are none, and which operations change nothing.</summary>
    public void Report(ServedContract contract, ILogger logger)
    {
        var paths = ResourcesOf(contract).All.Select(resource => resource.Operations[0].Path).ToList();
        if (paths.Count == 0)
        {
            Log.NoState(logger);
        }
        else
        {
            Log.StateKept(logger, Listed(paths));
        }

        var unkept = contract.Description.Operations
            .Where(operation => operation.Method is "POST" or "PUT" or "PATCH" or "DELETE" && ResourcesOf(contract).Of(operation) is null)
            .Select(operation => $"{operation.Method} {operation.Path}")
            .ToList();
        if (paths.Count > 0 && unkept.Count > 0)
        {
            Log.NothingKept(logger, Listed(unkept));
        }
    }

    private static string Listed(IReadOnlyList<string> names)
    {
        var shown = string.Join(", ", names.Take(ShownLimit));
        return names.Count > ShownLimit ? $"{shown} and {names.Count - ShownLimit} more" : shown;
    }

    /// <summary>Drops the resources of resources that the document no longer has.</summary>
    public void Review(ServedContract contract)
    {
        var resources = ResourcesOf(contract).All;
        lock (_lock)
        {
            _store.Keep(resources);
        }
    }

    /// <summary>
    /// The resources of a collection: as requests changed it, else as the examples show it. Null where it is below a resource that
    /// is missing.
    /// </summary>
    public static StoredCollection? Find(ResourceStore store, StateResources resources, ResourcePath path)
    {
        IEnumerable<StoredResource> seeds = resources.SeedsOf(path.Resource);
        if (resources.ParentOf(path.Resource) is { } parent)
        {
            var above = path.Above(parent);
            if (Find(store, resources, above) is not { } parents || parents.Find(above.IdText!) is null)
            {
                return null;
            }

            // The examples show what is below the resources of examples; what a request created begins without.
            seeds = parents.Seeds.Contains(above.IdText!) ? seeds : [];
        }

        return store.Find(path) ?? new StoredCollection(seeds);
    }

    /// <summary>The sequence of ids of a resource, past those that the examples show.</summary>
    public static IdSequence IdsOf(ResourceStore store, StateResources resources, Resource resource)
    {
        var ids = store.IdsOf(resource);
        foreach (var seed in resources.SeedsOf(resource))
        {
            ids.Note(seed.Id);
        }

        return ids;
    }
}
