using System.Collections.Concurrent;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Model;
using SocialContract.Contract.Resources;
using SocialContract.MockServer.Responding;

namespace SocialContract.MockServer.State;

/// <summary>The resources of one version of a document of which the mock keeps resources. Thread-safe.</summary>
internal sealed class StateResources
{
    private readonly Dictionary<Operation, Resource> _byOperation = [];
    private readonly Dictionary<Operation, Resource> _below = [];
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

        foreach (var operation in contract.Description.Operations.Where(operation => !_byOperation.ContainsKey(operation)))
        {
            if (Nearest(PathTemplate.Shape(operation.Path.TrimEnd('/'))) is { } ancestor)
            {
                _below.Add(operation, ancestor);
            }
        }
    }

    public ServedContract Contract { get; }

    /// <summary>In document order.</summary>
    public IReadOnlyList<Resource> All { get; }

    /// <summary>The resource of an operation; null if the operation is not about one.</summary>
    public Resource? Of(Operation operation) => _byOperation.GetValueOrDefault(operation);

    /// <summary>
    /// The nearest resource below whose items an operation is that is not about a resource itself: <c>POST /todos/{id}/complete</c>. Null
    /// where there is none.
    /// </summary>
    public Resource? Above(Operation operation) => _below.GetValueOrDefault(operation);

    /// <summary>The nearest resource below whose resources the collection is; null where there is none.</summary>
    public Resource? ParentOf(Resource resource) => Nearest(resource.Collection);

    /// <summary>Whether the response has the same representation as the one that reads a resource, with its id.</summary>
    public bool ShowsItem(Resource resource, Operation operation, Response response) =>
        resource.Read?.Responses.FirstOrDefault(read => read.Key.IsSuccess) is { } read
        && PlaceOf(operation, response) is { IdName: not null } shown && PlaceOf(resource.Read, read) is { IdName: not null } known
        && Written(shown).SetEquals(Written(known));

    /// <summary>The schemas of a representation as text, references left out.</summary>
    private static HashSet<string> Written(RepresentationPlace place) =>
        [.. place.Places.At(place.Pattern).Where(node => node.Text(KeywordNames.Ref) is null).Select(node => node.Value.GetRawText())];

    private Resource? Nearest(string path)
    {
        for (var shape = path; shape.Length > 0; shape = shape[..shape.LastIndexOf('/')])
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
        var resource = Of(key.Item1) ?? _below[key.Item1];
        var view = Contract.Description.View;
        return key.Item1 == resource.Create && resource.CreatedId is { } id && RepresentationPlace.OfId(key.Item2, id, view) is { } place
            ? place
            : RepresentationPlace.Of(key.Item2, resource.Id, key.Item1 == resource.List, view);
    });

    /// <summary>The resources that the document's examples show.</summary>
    public IReadOnlyList<StoredResource> SeedsOf(Resource resource) =>
        _seeds.GetOrAdd(resource, static (key, resources) => new SeedReader(resources).Of(key), this);
}
