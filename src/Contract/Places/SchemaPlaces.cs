using System.Text.Json;
using System.Text.Json.Nodes;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Schemas;
using static SocialContract.Contract.Documents.JsonPointer;

namespace SocialContract.Contract.Places;

/// <summary>
/// Which schemas apply to which place of a message, through <c>$ref</c>, <c>allOf</c>, members and elements; what may be left out, and what
/// is undecided.
/// </summary>
internal sealed class SchemaPlaces
{
    /// <summary>How often one schema is walked for one message: a bound for diamonds, whose paths double with each level.</summary>
    private const int MaxVisits = 16;

    /// <summary>Schemas within schemas, references counted.</summary>
    private const int DeepestNesting = 512;

    private readonly SchemaView _view;
    private readonly List<string> _order = [];
    private readonly Dictionary<string, List<DocumentNode>> _schemas = new(StringComparer.Ordinal);
    private readonly HashSet<string> _required = new(StringComparer.Ordinal);
    // The state of the walk.
    private HashSet<PlaceId> _around = [];
    private Dictionary<PlaceId, int> _visits = [];
    private readonly bool _withAlternatives;
    private readonly MessageDirection _direction;
    private IReadOnlyList<string>? _undecided;

    private SchemaPlaces(SchemaView view, MessageDirection direction, bool withAlternatives = false) =>
        (_view, _direction, _withAlternatives) = (view, direction, withAlternatives);

    /// <summary>The number of patterns for names of members, which are matched with each name.</summary>
    public int Patterns { get; private set; }

    /// <summary>In document order.</summary>
    public IReadOnlyList<string> All => _order;

    /// <summary>The places with undecided values.</summary>
    public IReadOnlyList<string> Undecided => _undecided ??= [.. _order.Where(place => Keyword(place, "x-undecided") is not null)];

    /// <summary>No places at all.</summary>
    public static SchemaPlaces None(SchemaView view) => new(view, MessageDirection.Request);

    /// <param name="withAlternatives">
    /// Whether also what only some requests have is among the places: branches of <c>anyOf</c> and <c>oneOf</c>, <c>then</c> and
    /// <c>else</c>.
    /// </param>
    public static SchemaPlaces OfRequest(Operation operation, MediaType? media, SchemaView view, bool withAlternatives = false)
    {
        var places = new SchemaPlaces(view, MessageDirection.Request, withAlternatives);
        foreach (var site in MessageSites.Parameters(operation))
        {
            places.Add(site.Place, site.Parameter!.Node);
            places.Enter(site, site.Parameter.Required);
        }

        foreach (var site in MessageSites.Bodies(operation).Where(site => site.MediaType == media && site.Schema is not null))
        {
            places.Enter(site, operation.RequestBody!.Required);
        }

        return places.Walked();
    }

    /// <summary>The places of one schema; that of the schema itself is empty.</summary>
    /// <param name="direction">In a response members with <c>readOnly</c> are there, and those with <c>writeOnly</c> are not.</param>
    /// <param name="withAlternatives">Whether also what only some values have is among the places; see <see cref="OfRequest"/>.</param>
    public static SchemaPlaces OfSchema(
        DocumentNode schema, SchemaView view, MessageDirection direction, bool withAlternatives = false)
    {
        var places = new SchemaPlaces(view, direction, withAlternatives);
        places.Enter(schema, "");
        return places.Walked();
    }

    /// <summary>The schemas of a place, <c>$ref</c> followed and also as written; a parameter's own node among them.</summary>
    public IReadOnlyList<DocumentNode> At(string place) => _schemas.GetValueOrDefault(place) ?? [];

    public bool IsRequired(string place) => _required.Contains(place) || place.EndsWith("/*", StringComparison.Ordinal);

    /// <summary>The first value of a keyword at the place.</summary>
    public DocumentNode? Keyword(string place, string keyword) =>
        At(place).Select(schema => _view.Keyword(schema, keyword)).FirstOrDefault(node => node is not null);

    /// <summary>The values that the first schema with <c>const</c> or <c>enum</c> lists; empty where there is none.</summary>
    public IReadOnlyList<JsonElement> Listed(string place) =>
        At(place).Select(_view.ListedValues).FirstOrDefault(values => values.Count > 0) ?? [];

    /// <summary>The limits at the place, by the keywords of the table, with their numbers.</summary>
    public IEnumerable<(KeywordLimit Limit, JsonElement Value)> Limits(string place, Quantity quantity)
    {
        foreach (var keyword in KeywordCatalog.All)
        {
            if (keyword.Limit is { } limit && limit.Of == quantity
                && Keyword(place, keyword.Name)?.Value is { ValueKind: JsonValueKind.Number } value)
            {
                yield return (limit, value);
            }
        }
    }

    /// <summary>
    /// The pointers that a pattern names in a message, without those that have schemas of their own beside it: declared members of a map,
    /// and the first elements where <c>prefixItems</c> describes them. All of them where no other is there.
    /// </summary>
    public IReadOnlyList<string> Find(JsonNode parts, string pattern)
    {
        var found = MessageValues.Find(parts, pattern);
        var own = found.Where(pointer => !IsDeclared(MessageValues.Tokens(pattern), MessageValues.Tokens(pointer))).ToList();
        return own.Count > 0 ? own : found;
    }

    /// <summary>Whether a message has the place by that rule; see <see cref="Find(JsonNode, string)"/>.</summary>
    public bool Has(JsonNode parts, string pattern) =>
        Find(parts, pattern) is [var first, ..] && !IsDeclared(MessageValues.Tokens(pattern), MessageValues.Tokens(first));

    /// <summary>How many elements of an array have schemas of their own (<c>prefixItems</c>).</summary>
    public int Numbered(string place) =>
        At(place).Select(_view.PrefixLength).DefaultIfEmpty().Max();

    /// <summary>Whether the types allowed at the place include one; null where any type is allowed.</summary>
    public bool? Allows(string place, ValueTypes type)
    {
        bool? allows = null;
        foreach (var schema in At(place))
        {
            if (_view.Types(schema) is { } types)
            {
                allows = (allows ?? true) && (types & type) != 0;
            }
        }

        return allows;
    }

    /// <summary>Drops what only the walk needed: a plan keeps the places of all its operations.</summary>
    private SchemaPlaces Walked()
    {
        (_around, _visits) = ([], []);
        return this;
    }

    private void Add(string place, DocumentNode schema)
    {
        if (!_schemas.TryGetValue(place, out var list))
        {
            _schemas.Add(place, list = []);
            _order.Add(place);
        }

        list.Add(schema);
    }

    private void Enter(in MessageSite site, bool isRequired)
    {
        if (isRequired)
        {
            _required.Add(site.Place);
        }

        if (site.Schema is { } schema)
        {
            Enter(schema.Node, site.Place);
        }
    }

    private void Enter(DocumentNode schema, string place)
    {
        var visits = _visits.GetValueOrDefault(schema.Place);
        if (_around.Count == DeepestNesting || visits == MaxVisits || !_around.Add(schema.Place))
        {
            return;
        }

        _visits[schema.Place] = visits + 1;
        Add(place, schema);
        foreach (var part in _view.Conjuncts(schema).Concat(_withAlternatives ? _view.Alternatives(schema) : []))
        {
            Enter(part, place);
        }

        foreach (var name in _view.Required(schema, _direction))
        {
            _required.Add($"{place}/{Escape(name)}");
        }

        foreach (var child in _view.Children(schema))
        {
            EnterChild(child, place);
        }

        _around.Remove(schema.Place);
    }

    private void EnterChild(Subschema child, string place)
    {
        var at = child.InstanceAt(place);
        Patterns += child.Keyword is { Subschemas: SubschemaForm.Map, Step: InstanceStep.Each } ? 1 : 0;
        switch (child.Keyword.Step)
        {
            case InstanceStep.Member when _view.IsHidden(child.Node, _direction):
            case InstanceStep.Each when child.Node.Value.ValueKind != JsonValueKind.Object:
                return;
            case InstanceStep.Element:
                // An element that has a schema of its own is not left out alone: what follows would move.
                _required.Add(at);
                break;
        }

        Enter(child.Node, at);
    }

    private bool IsDeclared(string[] pattern, string[] pointer)
    {
        var around = "";
        foreach (var (asked, name) in pattern.Zip(pointer))
        {
            if (asked == "*" && At($"{around}/{Escape(name)}").Count > 0)
            {
                return true;
            }

            around = $"{around}/{Escape(asked)}";
        }

        return false;
    }
}
