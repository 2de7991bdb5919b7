using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Generation.Data.Schemas;
using SocialContract.Contract.Generation.Data.Search;
using SocialContract.Contract.Keywords;

namespace SocialContract.Contract.Generation.Data.Values;

/// <summary>Decides which properties an object gets.</summary>
internal sealed class PropertyPlan
{
    private readonly GenerationRun _run;
    private readonly SchemaShape _shape;
    private readonly ValueRequest _request;
    private readonly Variation _variation;
    private readonly List<DocumentNode> _dependents;
    private readonly List<DocumentNode> _names;
    private readonly HashSet<string> _required = [];
    private readonly HashSet<string> _hidden = [];
    private readonly HashSet<string> _chosen;

    public PropertyPlan(GenerationRun run, SchemaShape shape, ValueRequest request, Variation variation)
    {
        (_run, _shape, _request, _variation) = (run, shape, request, variation);
        _dependents = [.. shape.All(KeywordNames.DependentRequired)];
        _names = [.. shape.All(KeywordNames.PropertyNames)];
        Max = shape.Count(KeywordNames.MaxProperties, greatest: false) ?? int.MaxValue;
        var declared = Declared();
        _required.UnionWith(Needed(_required, [], int.MaxValue));
        var chosen = new HashSet<string>(_required);
        foreach (var name in declared.Where(name => !chosen.Contains(name) && IsWanted(name)))
        {
            // A property is added together with its dependents or not at all.
            var needed = Needed([name], chosen, Max - chosen.Count);
            if (chosen.Count + needed.Count <= Max)
            {
                chosen.UnionWith(needed);
            }
        }

        run.Count(6 * (declared.Count + _required.Count));
        _chosen = chosen;
        Names = [.. declared.Where(chosen.Contains), .. chosen.Except(declared)];
        Spare = [.. declared.Where(name => !chosen.Contains(name) && !_hidden.Contains(name))];
    }

    /// <summary>The properties to generate: the declared ones in document order, then required ones that are not declared.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Declared properties that were left out.</summary>
    public IReadOnlyList<string> Spare { get; }

    /// <summary>The greatest number of properties.</summary>
    public int Max { get; }

    public int RequiredCount => _required.Count;

    /// <summary>Whether the property is generated.</summary>
    public bool Has(string name) => _chosen.Contains(name);

    public bool IsRequired(string name) => _required.Contains(name);

    /// <summary>
    /// Every name in <c>properties</c>. Also records which properties are required and which are hidden in this direction.
    /// </summary>
    private List<string> Declared()
    {
        var names = new List<string>();
        var seen = new HashSet<string>();
        foreach (var (name, schema) in _shape.All(KeywordNames.Properties).SelectMany(properties => properties.Members()))
        {
            if (_run.Reader.IsHidden(schema))
            {
                _hidden.Add(name);
            }

            if (seen.Add(name))
            {
                names.Add(name);
            }
        }

        _required.UnionWith(_shape.Parts.SelectMany(_run.Reader.Required));
        return names;
    }

    /// <summary>The properties and, transitively, those that <c>dependentRequired</c> requires with them.</summary>
    /// <param name="present">Properties that are there already with those that they require.</param>
    /// <param name="limit">The search ends once there are more.</param>
    private HashSet<string> Needed(IReadOnlyCollection<string> names, HashSet<string> present, int limit)
    {
        var needed = new HashSet<string>(names);
        var open = new Queue<string>(_dependents.Count == 0 ? [] : names);
        while (needed.Count <= limit && open.TryDequeue(out var next))
        {
            foreach (var other in _dependents.Select(map => map.Member(next)).OfType<DocumentNode>().SelectMany(Texts))
            {
                _run.Count(1);
                if (!present.Contains(other) && needed.Add(other))
                {
                    open.Enqueue(other);
                }
            }
        }

        return needed;
    }

    private bool IsWanted(string name)
    {
        _run.Count(_shape.Excluded.Count);
        if (_hidden.Contains(name) || _variation == Variation.Minimal || _run.Exhausted || !_run.TakesOptional(_request.Depth)
            || IsExcluded(name))
        {
            return false;
        }

        var schemas = PropertySchemas.Of(_run, _shape, name);
        if (schemas.Any(SchemaReader.IsFalse) || schemas.Any(IsRecursive) || !IsAllowedName(name))
        {
            return false;
        }

        var coin = new SeededRandom(StableSeed.Combine(StableSeed.Combine(_request.Seed, name), 1));
        return _variation == Variation.Random ? coin.Once(2) : _run.Mode == GenerationMode.Static || !coin.Once(4);
    }

    /// <summary>Whether the value would contain its own schema again or nest too deeply; such an optional property is left out.</summary>
    private bool IsRecursive(DocumentNode schema) =>
        _run.Reader.Conjuncts(schema).Any(place => _shape.IsInParents(place) || _shape.Includes(place))
        || _request.Depth + _run.MinimumDepth.Of(schema) >= _run.Limits.MaxDepth;

    /// <summary>Whether a <c>not</c> with only <c>required</c> forbids the property.</summary>
    private bool IsExcluded(string name) =>
        _shape.Excluded.Any(excluded =>
            _run.Reader.Keyword(excluded, KeywordNames.Required) is { } required && Texts(required).Take(2).SequenceEqual([name]));

    private bool IsAllowedName(string name) => _names.Count == 0 || _run.Fits(_names, JsonPieces.Quote(name));

    private static IEnumerable<string> Texts(DocumentNode list) =>
        list.Elements().Where(element => element.Value.ValueKind == JsonValueKind.String).Select(element => element.Value.GetString()!);
}
