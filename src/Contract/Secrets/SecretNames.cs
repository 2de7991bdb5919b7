using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Secrets;

/// <summary>
/// The names of members, parameters and headers that a document marks as secret (<see cref="SecretMark.IsSecret"/>), directly or through
/// references.
/// </summary>
internal sealed class SecretNames
{
    private readonly SchemaView _view;
    private readonly Dictionary<PlaceId, string> _names = [];
    private readonly Dictionary<PlaceId, List<PlaceId>> _dependents = [];
    private readonly Queue<PlaceId> _secrets = new();

    private SecretNames(SchemaView view) => _view = view;

    public static HashSet<string> Of(ContractDescription contract) =>
        new SecretNames(contract.View).Marked(contract.Documents).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private IEnumerable<string> Marked(DocumentSet documents)
    {
        foreach (var file in documents.Files)
        {
            Walk(new DocumentNode(file, "", file.Root));
        }

        var visited = new HashSet<PlaceId>();
        while (_secrets.TryDequeue(out var place))
        {
            if (!visited.Add(place))
            {
                continue;
            }

            if (_names.TryGetValue(place, out var name))
            {
                yield return name;
            }

            foreach (var dependent in _dependents.GetValueOrDefault(place) ?? [])
            {
                _secrets.Enqueue(dependent);
            }
        }
    }

    private void Walk(DocumentNode node)
    {
        foreach (var element in node.Elements())
        {
            Walk(element);
        }

        if (node.Value.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        if (node.IsSecret())
        {
            _secrets.Enqueue(node.Place);
        }

        AddNames(node);
        AddDependencies(node);
        foreach (var (_, member) in node.Members())
        {
            Walk(member);
        }
    }

    private void AddNames(DocumentNode node)
    {
        if (node.Text("in") is not null && node.Text("name") is { } parameter)
        {
            _names.TryAdd(node.Place, parameter);
        }

        var properties = node.Member(KeywordNames.Properties)?.Members() ?? [];
        foreach (var (name, member) in properties.Concat(node.Member("headers")?.Members() ?? []))
        {
            _names[member.Place] = name;
        }
    }

    /// <summary>
    /// A schema is secret if its reference's target, one of its branches or its elements are; a parameter or header, if its schema is.
    /// </summary>
    private void AddDependencies(DocumentNode node)
    {
        foreach (var target in _view.Targets(node))
        {
            AddDependency(target);
        }

        foreach (var child in _view.All(node))
        {
            if (child.Keyword.Step is InstanceStep.Same or InstanceStep.Each or InstanceStep.Element)
            {
                AddDependency(child.Node);
            }
        }

        if (node.Member("schema") is { } schema)
        {
            AddDependency(schema);
        }

        foreach (var (_, mediaType) in node.Member("content")?.Members() ?? [])
        {
            AddDependency(mediaType);
        }

        void AddDependency(DocumentNode part)
        {
            if (!_dependents.TryGetValue(part.Place, out var dependents))
            {
                _dependents[part.Place] = dependents = [];
            }

            dependents.Add(node.Place);
        }
    }
}
