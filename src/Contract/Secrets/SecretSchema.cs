using System.Collections.Concurrent;
using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Secrets;

/// <summary>
/// What a document says of the secrecy of a value and of its members and elements: all the schemas that may apply to the value, with
/// references, conjuncts and alternatives. A value that is secret by any of them is secret.
/// </summary>
/// <remarks>Members and elements are found on first use. Thread-safe.</remarks>
internal sealed class SecretSchema
{
    /// <summary>
    /// The number of nested schemas that are searched for a secret. A value with deeper schemas counts as one that holds a secret.
    /// </summary>
    private const int DeepestSearch = 12;

    /// <summary>The number of schemas below one that are searched for names.</summary>
    private const int MostSearched = 1_000;

    private readonly SchemaView _view;
    private readonly List<DocumentNode> _nodes;
    private readonly ConcurrentDictionary<string, SecretSchema?> _members = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, SecretSchema?> _elements = new();
    private bool? _holdsSecret;
    private IReadOnlySet<string>? _namesBelow;

    private SecretSchema(SchemaView view, IEnumerable<DocumentNode> nodes)
    {
        _view = view;
        var names = new List<DocumentNode>();
        _nodes = Applying(view, nodes, names);
        HasSecretNames = names.Count > 0 && Applying(view, names, []).Exists(SecretMark.IsSecret);
        IsSecret = HasSecretNames || _nodes.Exists(SecretMark.IsSecret);
    }

    /// <summary>Whether the whole value is a secret.</summary>
    public bool IsSecret { get; }

    /// <summary>Whether the names of the object's members are secrets.</summary>
    public bool HasSecretNames { get; }

    /// <summary>Whether the value, or anything in it, is a secret.</summary>
    public bool HoldsSecret => _holdsSecret ??= Holds(DeepestSearch, []);

    /// <summary>The names of the members that are described.</summary>
    public IEnumerable<string> Names =>
        Maps(KeywordNames.Properties).SelectMany(map => map.Members()).Select(member => member.Name).Distinct();

    /// <summary>The described names of members at any depth, as far as a bounded search finds them.</summary>
    public IReadOnlySet<string> NamesBelow => _namesBelow ??= FindNames();

    /// <summary>Whether the value may be an object: a type or a keyword for objects says so.</summary>
    public bool IsObject => MayBe(ValueTypes.Object);

    /// <summary>Whether the value may be an array: a type or a keyword for arrays says so.</summary>
    public bool IsArray => MayBe(ValueTypes.Array);

    /// <summary>Null if the document says nothing of the value.</summary>
    public static SecretSchema? Of(SchemaView view, params IEnumerable<DocumentNode> nodes) =>
        new SecretSchema(view, nodes) is { IsEmpty: false } schema ? schema : null;

    /// <summary>The member's schema; null if the document does not describe it.</summary>
    public SecretSchema? Member(string name)
    {
        if (_members.TryGetValue(name, out var known))
        {
            return known;
        }

        var found = Of(_view, _nodes.SelectMany(node => _view.Member(node, name, whenUnsure: true)));

        // Names come from messages, so only those of the document are kept.
        return Names.Contains(name) ? _members.GetOrAdd(name, found) : found;
    }

    /// <summary>The element's schema; null if the document does not describe it.</summary>
    public SecretSchema? Element(int index)
    {
        var place = Math.Min(index, _nodes.Select(_view.PrefixLength).DefaultIfEmpty().Max());
        return _elements.GetOrAdd(place, key => Of(_view, _nodes.SelectMany(node => ElementsOf(node, key))));
    }

    private bool MayBe(ValueTypes type) => _nodes.Exists(node => (_view.Types(node) ?? _view.ImpliedTypes(node)).HasFlag(type));

    private bool IsEmpty => !IsSecret && _nodes.TrueForAll(node => !node.Value.EnumerateObject().Any());

    /// <summary>The schemas, and those that apply to the same value: references' targets, conjuncts and alternatives, each once.</summary>
    /// <param name="names">Gets the schemas of the names of the value's members.</param>
    private static List<DocumentNode> Applying(SchemaView view, IEnumerable<DocumentNode> nodes, List<DocumentNode> names)
    {
        var applying = new List<DocumentNode>();
        var seen = new HashSet<PlaceId>();
        var waiting = new Queue<DocumentNode>(nodes);
        while (waiting.TryDequeue(out var node))
        {
            if (node.Value.ValueKind != JsonValueKind.Object || !seen.Add(node.Place))
            {
                continue;
            }

            applying.Add(node);
            foreach (var target in view.Targets(node))
            {
                waiting.Enqueue(target);
            }

            foreach (var part in view.All(node))
            {
                if (part.Keyword.Step == InstanceStep.Same)
                {
                    waiting.Enqueue(part.Node);
                }

                if (part.Keyword.Step == InstanceStep.Names)
                {
                    names.Add(part.Node);
                }
            }
        }

        return applying;
    }

    private IEnumerable<DocumentNode> Maps(string keyword) =>
        _nodes.Select(node => _view.Keyword(node, keyword)).OfType<DocumentNode>();

    /// <summary>With <c>contains</c>, which may be about any element.</summary>
    private IEnumerable<DocumentNode> ElementsOf(DocumentNode node, int index) =>
        ((DocumentNode?[])[_view.Element(node, index), _view.Keyword(node, KeywordNames.Contains)]).OfType<DocumentNode>();

    private HashSet<string> FindNames()
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<SecretSchema>([this]);
        for (var searched = 0; searched < MostSearched && waiting.TryDequeue(out var schema); searched++)
        {
            foreach (var name in schema.Names)
            {
                if (found.Add(name) && schema.Member(name) is { } member)
                {
                    waiting.Enqueue(member);
                }
            }

            if (schema.IsArray && schema.Element(0) is { } element)
            {
                waiting.Enqueue(element);
            }
        }

        return found;
    }

    private bool Holds(int levels, HashSet<PlaceId> open)
    {
        if (IsSecret)
        {
            return true;
        }

        // A place that is being searched already has nothing new.
        var fresh = _nodes.Where(node => open.Add(node.Place)).ToList();
        if (fresh.Count == 0)
        {
            return false;
        }

        return levels == 0
            || fresh.SelectMany(node => _view.All(node))
                .Where(child => child.Keyword.Step is InstanceStep.Member or InstanceStep.Element or InstanceStep.Each)
                .Any(child => Of(_view, child.Node) is { } schema && schema.Holds(levels - 1, open));
    }
}
