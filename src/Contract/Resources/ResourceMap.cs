using SocialContract.Contract.Model;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Resources;

/// <summary>
/// Maps path parameters to the operations that create the resources they name: the POST on the path before the parameter, if its response
/// has an id. <c>/users/{userId}/posts/{postId}</c> takes the ids of a user and of a post of that user. Other parameters keep their sample
/// values.
/// </summary>
internal sealed class ResourceMap
{
    private readonly SchemaView _view;
    private readonly Dictionary<string, IdCapture> _byCreator = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<PathParameterBinding>> _needs;
    private readonly ILookup<string, Operation> _byShape;

    public ResourceMap(ContractDescription api)
    {
        _view = api.View;
        _byShape = api.Operations.ToLookup(operation => PathTemplate.Shape(operation.Path.TrimEnd('/')), StringComparer.Ordinal);
        var needs = api.Operations.ToDictionary(
            operation => operation.Id, _ => new List<(int At, PathParameterBinding Needed)>(), StringComparer.Ordinal);
        foreach (var areLinks in (bool[])[true, false])
        {
            foreach (var operation in api.Operations)
            {
                AddNeeds(operation, needs[operation.Id], areLinks);
            }
        }

        _needs = needs.ToDictionary(
            pair => pair.Key,
            IReadOnlyList<PathParameterBinding> (pair) => [.. pair.Value.OrderBy(needed => needed.At).Select(needed => needed.Needed)],
            StringComparer.Ordinal);
    }

    /// <summary>How ids of created resources are found, by the creating operation's id.</summary>
    public IReadOnlyDictionary<string, IdCapture> ByCreator => _byCreator;

    /// <summary>The path parameters of an operation whose values the server gives, in the order of the path.</summary>
    public IReadOnlyList<PathParameterBinding> NeedsOf(Operation operation) => _needs[operation.Id];

    /// <summary>The capture of the id that the operation deletes by; null if no operation of the document creates the resource.</summary>
    public IdCapture? DeletedBy(Operation operation) =>
        NeedsOf(operation) is [.., var last] && _byCreator[last.Creator] is var capture && capture.Deleter == operation ? capture : null;

    /// <summary>The operation of that method on a created resource; null where there is none.</summary>
    public Operation? On(IdCapture capture, string method) => _byShape[capture.Item].FirstOrDefault(
        operation => operation.Method == method && NeedsOf(operation) is [.., var last] && last.Creator == capture.Creator.Id);

    private void AddNeeds(Operation operation, List<(int At, PathParameterBinding Needed)> needs, bool areLinks)
    {
        foreach (var parameter in operation.Parameters.Where(parameter => parameter.In == ParameterLocation.Path))
        {
            if (PathTemplate.ShapeDownTo(operation.Path, parameter.Name) is { } item
                && needs.TrueForAll(needed => needed.Needed.Parameter != parameter.Name)
                && CaptureFor(operation, parameter, item, areLinks) is { } capture)
            {
                needs.Add((item.Length, new PathParameterBinding(parameter.Name, capture.Creator.Id)));
            }
        }
    }

    private IdCapture? CaptureFor(Operation consumer, Parameter parameter, string item, bool areLinks)
    {
        if (_byShape[item[..item.LastIndexOf('/')]].FirstOrDefault(other => other.Method == "POST") is not { } creator)
        {
            return null;
        }

        if (_byCreator.TryGetValue(creator.Id, out var known))
        {
            return known.Item == item ? known : null;
        }

        var linked = CreatedIds.Linked(creator, consumer, parameter);
        var (isFound, pattern) = areLinks ? (linked is not null, linked) : CreatedIds.Described(creator, parameter, item, _view);
        var deleter = _byShape[item].FirstOrDefault(other => other.Method == "DELETE");
        return isFound ? _byCreator[creator.Id] = new IdCapture(creator, pattern, item, parameter.Schema, deleter) : null;
    }
}
