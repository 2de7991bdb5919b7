using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Schemas;
using SocialContract.Verification.Planning.Requests;

namespace SocialContract.Verification.Planning.Refusals;

/// <summary>
/// Values within an instance that decide whether it matches the schemas in a compound keyword: those that the schemas list satisfy them;
/// those that break their keywords, and those that the schemas around the keyword list, may not.
/// </summary>
internal sealed class DecidingValues
{
    private const int MaxNesting = 8;

    /// <summary>The number of values after which no further schemas are read: no more candidates are tried.</summary>
    private const int Enough = 480;

    private readonly SchemaView _view;
    private readonly PlanningBudget _budget;
    private readonly JsonNode? _present;
    private readonly List<(string Place, JsonNode? Value)> _listed = [];
    private readonly List<(string Place, JsonNode? Value)> _other = [];

    private DecidingValues(SchemaView view, JsonNode? present, PlanningBudget budget) =>
        (_view, _present, _budget) = (view, present, budget);

    /// <summary>The values that the schemas list, by the place of the value in the instance.</summary>
    public IReadOnlyList<(string Place, JsonNode? Value)> Listed => _listed;

    /// <summary>Other values at the places that the schemas describe, those that the schemas around the keyword list first.</summary>
    public IReadOnlyList<(string Place, JsonNode? Value)> Other => _other;

    /// <param name="rule">The rule of the compound keyword.</param>
    /// <param name="present">A valid instance.</param>
    /// <param name="budget">Once it is spent, no further schemas are read.</param>
    public static DecidingValues In(Rule rule, JsonNode? present, SchemaView view, PlanningBudget budget)
    {
        var values = new DecidingValues(view, present, budget);
        if (rule.Keyword is { } name && KeywordCatalog.TryFind(name, out var keyword))
        {
            var around = rule.Node.Place.Parent.Node is { } owner ? values.Whole(owner) : [];
            foreach (var child in SchemaView.In(keyword, rule.Node))
            {
                values.Add(child.Node, "", around, [], 0);
            }
        }

        return values;
    }

    private void Add(DocumentNode schema, string place, IReadOnlyList<DocumentNode> around, HashSet<PlaceId> open, int nesting)
    {
        if (nesting == MaxNesting || _listed.Count + _other.Count >= Enough || _budget.IsSpent)
        {
            return;
        }

        foreach (var part in _view.AllConjuncts(schema).Where(part => open.Add(part.Place)))
        {
            if (place.Length > 0)
            {
                AddValues(part, place, around);
            }

            _budget.ChargeSearch(around.Count + 1);
            foreach (var child in _view.All(part).Where(child => child.Keyword is not { Name: KeywordNames.AllOf }))
            {
                switch (child.Keyword.Step)
                {
                    case InstanceStep.Same:
                        Add(child.Node, place, around, open, nesting + 1);
                        break;
                    case InstanceStep.Member:
                        Add(child.Node, child.InstanceAt(place), Members(around, child.Name), [], nesting + 1);
                        break;
                    case InstanceStep.Element or InstanceStep.Each:
                        // items applies to the elements after those that have schemas of their own.
                        var index = child.Keyword.Step == InstanceStep.Element
                            ? int.Parse(child.Name, CultureInfo.InvariantCulture)
                            : _view.PrefixLength(part);
                        var at = string.Create(CultureInfo.InvariantCulture, $"{place}/{index}");
                        Add(child.Node, at, Elements(around, index), [], nesting + 1);
                        break;
                }
            }
        }
    }

    private void AddValues(DocumentNode schema, string place, IReadOnlyList<DocumentNode> around)
    {
        _listed.AddRange(_view.ListedValues(schema).Take(Enough).Select(value => (place, Node(value))));
        _other.AddRange(around.SelectMany(_view.ListedValues).Take(Enough).Select(value => (place, Node(value))));
        if (around.Any(part => _view.Types(part) is { } types && (types & ValueTypes.Boolean) != 0))
        {
            _other.AddRange([(place, true), (place, false)]);
        }

        if (_present is null || !MessageValues.TryGet(_present, place, out var value))
        {
            return;
        }

        foreach (var (keyword, node) in _view.Keywords(schema).Where(entry => entry.Keyword.Role == KeywordRole.Assertion))
        {
            _other.AddRange(WrongValues.Values(keyword, node, schema, value, _view).Select(wrong => (place, wrong)));
        }
    }

    /// <summary>The schema with everything that applies to the same instance, the schemas that it is a part of included.</summary>
    private List<DocumentNode> Whole(DocumentNode schema)
    {
        var whole = new List<DocumentNode>();
        for (DocumentNode? around = schema; around is { } part; around = _view.Extended(part))
        {
            whole.AddRange(_view.AllConjuncts(part));
        }

        _budget.ChargeSearch(whole.Count);

        return whole;
    }

    private List<DocumentNode> Members(IReadOnlyList<DocumentNode> around, string name)
    {
        _budget.ChargeSearch(around.Count);
        return [.. around.SelectMany(part => _view.Member(part, name)).SelectMany(_view.AllConjuncts)];
    }

    private List<DocumentNode> Elements(IReadOnlyList<DocumentNode> around, int index) =>
        [.. around.Select(part => _view.Element(part, index)).OfType<DocumentNode>().SelectMany(_view.AllConjuncts)];

    private static JsonNode? Node(JsonElement value) => JsonNode.Parse(value.GetRawText());
}
