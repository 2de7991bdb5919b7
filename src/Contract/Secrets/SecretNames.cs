using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Model;
using SocialContract.Contract.Reading.Grammar;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Secrets;

/// <summary>
/// The names of members, parameters and headers that a document marks as secret (<see cref="SecretMark.IsSecret"/>), directly or through
/// references.
/// </summary>
internal sealed class SecretNames
{
    private readonly SchemaView _view;
    private readonly Dictionary<PlaceId, HashSet<string>> _names = [];
    private readonly Dictionary<PlaceId, List<PlaceId>> _dependents = [];
    private readonly Queue<PlaceId> _secrets = new();

    private SecretNames(SchemaView view) => _view = view;

    public static HashSet<string> Of(ContractDescription contract) =>
        new SecretNames(contract.View).Marked(contract).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private IEnumerable<string> Marked(ContractDescription contract)
    {
        foreach (var operation in contract.Operations)
        {
            foreach (var parameter in operation.Parameters.Concat(operation.Responses.SelectMany(response => response.Headers)))
            {
                AddParameter(parameter);
            }
        }

        // Every schema of the document: those of webhooks and callbacks, and unused ones, too.
        WalkSchemas(ObjectUses.Of(contract).All.Where(use => use.IsSchema).Select(use => use.To));
        var visited = new HashSet<PlaceId>();
        while (_secrets.TryDequeue(out var place))
        {
            if (!visited.Add(place))
            {
                continue;
            }

            if (_names.TryGetValue(place, out var names))
            {
                foreach (var name in names)
                {
                    yield return name;
                }
            }

            foreach (var dependent in _dependents.GetValueOrDefault(place) ?? [])
            {
                _secrets.Enqueue(dependent);
            }
        }
    }

    /// <summary>A parameter or header is secret if its media type or its schema is.</summary>
    private void AddParameter(Parameter parameter)
    {
        AddName(parameter.Node.Place, parameter.Name);
        AddMark(parameter.Node);
        if (parameter.Content is { } content)
        {
            AddMark(content.Node);
            AddDependency(parameter.Node, content.Node);
        }

        if ((parameter.Schema ?? parameter.Content?.Schema) is { } schema)
        {
            AddDependency(parameter.Node, schema.Node);
        }
    }

    private void WalkSchemas(IEnumerable<DocumentNode> roots)
    {
        var known = new HashSet<PlaceId>();
        var waiting = new Stack<DocumentNode>(roots);
        while (waiting.TryPop(out var schema))
        {
            if (schema.Value.ValueKind == JsonValueKind.Object && known.Add(schema.Place))
            {
                AddMark(schema);
                AddMembers(schema, waiting);
            }
        }
    }

    /// <summary>A schema is secret if its reference's target, one of its branches or its elements are.</summary>
    private void AddMembers(DocumentNode schema, Stack<DocumentNode> waiting)
    {
        foreach (var target in _view.Targets(schema))
        {
            AddDependency(schema, target);
            waiting.Push(target);
        }

        foreach (var child in _view.All(schema))
        {
            waiting.Push(child.Node);
            if (child.Keyword.Step == InstanceStep.Member)
            {
                AddName(child.Node.Place, child.Name);
            }
            else if (child.Keyword.Step is InstanceStep.Same or InstanceStep.Each or InstanceStep.Element)
            {
                AddDependency(schema, child.Node);
            }
        }
    }

    private void AddMark(DocumentNode node)
    {
        if (node.IsSecret())
        {
            _secrets.Enqueue(node.Place);
        }
    }

    private void AddName(PlaceId place, string name)
    {
        if (!_names.TryGetValue(place, out var names))
        {
            _names[place] = names = [];
        }

        names.Add(name);
    }

    private void AddDependency(DocumentNode whole, DocumentNode part)
    {
        if (!_dependents.TryGetValue(part.Place, out var dependents))
        {
            _dependents[part.Place] = dependents = [];
        }

        dependents.Add(whole.Place);
    }
}
