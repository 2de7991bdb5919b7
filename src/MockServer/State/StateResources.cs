using System.Collections.Concurrent;
using SocialContract.Contract.Model;
using SocialContract.Contract.Resources;
using SocialContract.MockServer.Responding;

namespace SocialContract.MockServer.State;

/// <summary>The resources of one version of a document of which the mock keeps resources. Thread-safe.</summary>
internal sealed class StateResources
{
    private readonly Dictionary<Operation, Resource> _byOperation = [];
    private readonly Dictionary<string, Resource> _byItem;
    private readonly ConcurrentDictionary<(Operation, Response), RepresentationPlace?> _places = new();
    private readonly ConcurrentDictionary<Resource, IReadOnlyList<StoredResource>> _seeds = new();

    public StateResources(ServedContract contract)
    {
        Contract = contract;
        All = [.. ResourceCatalog.Of(contract.Description).Where(resource => resource.HasState)];
        _byItem = All.ToDictionary(resource => resource.Item, StringComparer.Ordinal);
        foreach (var resource in All)
        {
            foreach (var operation in resource.Operations)
            {
                _byOperation.TryAdd(operation, resource);
            }
        }
    }

    public ServedContract Contract { get; }

    /// <summary>In document order.</summary>
    public IReadOnlyList<Resource> All { get; }

    /// <summary>The resource of an operation; null if the operation is not about one.</summary>
    public Resource? Of(Operation operation) => _byOperation.GetValueOrDefault(operation);

    /// <summary>The nearest resource below whose resources the collection is; null where there is none.</summary>
    public Resource? ParentOf(Resource resource)
    {
        for (var shape = resource.Collection; shape.Length > 0; shape = shape[..shape.LastIndexOf('/')])
        {
            if (_byItem.TryGetValue(shape, out var parent))
            {
                return parent;
            }
        }

        return null;
    }

    /// <summary>Where an operation's response has its resource or resources; null where it has none.</summary>
    public RepresentationPlace? PlaceOf(Operation operation, Response response) => _places.GetOrAdd((operation, response), key =>
    {
        var resource = _byOperation[key.Item1];
        var view = Contract.Description.View;
        return key.Item1 == resource.Create && resource.CreatedId is { } id && RepresentationPlace.OfId(key.Item2, id, view) is { } place
            ? place
            : RepresentationPlace.Of(key.Item2, resource.Id, key.Item1 == resource.List, view);
    });

    /// <summary>The resources that the document's examples show.</summary>
    public IReadOnlyList<StoredResource> SeedsOf(Resource resource) =>
        _seeds.GetOrAdd(resource, static (key, resources) => new SeedReader(resources).Of(key), this);
}
