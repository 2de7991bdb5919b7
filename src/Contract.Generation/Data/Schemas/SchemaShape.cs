using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;

namespace SocialContract.Contract.Generation.Data.Schemas;

/// <summary>
/// The schemas that a value must satisfy, flattened: references followed, <c>allOf</c> merged, a branch of each <c>anyOf</c>
/// and <c>oneOf</c> chosen.
/// </summary>
/// <param name="parent">The shape of the parent value; null for the root.</param>
internal sealed class SchemaShape(SchemaReader reader, SchemaShape? parent)
{
    private const int MaxPlaces = 500;
    private const string Components = "/components/schemas/";

    private readonly List<DocumentNode> _parts = [];
    private readonly List<KnownSchema> _known = [];
    private readonly HashSet<PlaceId> _entered = [];
    private readonly SchemaShape? _parent = parent;

    /// <summary>The flattened schemas; their keywords apply except <c>$ref</c>, <c>allOf</c>, <c>anyOf</c> and <c>oneOf</c>.</summary>
    public IReadOnlyList<DocumentNode> Parts => _parts;

    /// <summary>Schemas that the value must not satisfy.</summary>
    public List<DocumentNode> Excluded { get; } = [];

    /// <summary>Branches of <c>oneOf</c> that were not chosen and must not accept the value.</summary>
    public List<DocumentNode> OtherBranches { get; } = [];

    /// <summary>The values of properties that a discriminator determines.</summary>
    public Dictionary<string, string> Discriminators { get; } = [];

    /// <summary>The reason why no value satisfies the schemas; null if none was found.</summary>
    public GenerationFault? Fault { get; set; }

    /// <summary>Whether the schemas have keywords that the generator satisfies by trial.</summary>
    public bool MustBeTried { get; set; }

    /// <summary>The first component schema: the most derived type, which a discriminator names.</summary>
    public DocumentNode? Entry { get; private set; }

    /// <summary>Adds a place; false if it was added before (references may form a circle) or there are too many.</summary>
    public bool Enter(DocumentNode place)
    {
        if (_entered.Count >= MaxPlaces)
        {
            Fault ??= new(place, $"more than {MaxPlaces} schemas apply to one value", OfLimits: true);
            return false;
        }

        if (!_entered.Add(place.Place))
        {
            return false;
        }

        if (Entry is null
            && place.Pointer.StartsWith(Components, StringComparison.Ordinal)
            && place.Pointer.IndexOf('/', Components.Length) < 0)
        {
            Entry = place;
        }

        return true;
    }

    public void AddPart(DocumentNode part)
    {
        _parts.Add(part);
        _known.Add(reader.Known(part));
    }

    /// <summary>Whether the shape of a parent value includes the place.</summary>
    public bool IsInParents(DocumentNode place)
    {
        for (var shape = _parent; shape is not null; shape = shape._parent)
        {
            if (shape.Includes(place))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether this shape includes the place.</summary>
    public bool Includes(DocumentNode place) => _entered.Contains(place.Place);

    /// <summary>
    /// The schemas in the parts that describe an element, by <c>prefixItems</c> or <c>items</c>; where no part describes it, those of
    /// <c>unevaluatedItems</c>.
    /// </summary>
    /// <param name="isContained">
    /// Whether <c>contains</c> describes the element as well, so that it is not left to <c>unevaluatedItems</c>.
    /// </param>
    public IReadOnlyList<DocumentNode> Element(int index, bool isContained = false)
    {
        var described = _known.Select(part => part.Element(index)).OfType<DocumentNode>().ToList();
        return isContained ? [.. described, .. All(KeywordNames.Contains)]
            : described.Count == 0 ? All(KeywordNames.UnevaluatedItems)
            : described;
    }

    /// <summary>The number of first elements with schemas of their own.</summary>
    public int PrefixLength() => _known.Count == 0 ? 0 : _known.Max(part => part.PrefixLength);

    /// <summary>The keyword's values in all parts that have it.</summary>
    public IReadOnlyList<DocumentNode> All(string keyword)
    {
        List<DocumentNode>? all = null;
        foreach (var part in _known)
        {
            if (part[keyword] is { } value)
            {
                (all ??= []).Add(value);
            }
        }

        return all ?? (IReadOnlyList<DocumentNode>)[];
    }

    /// <summary>The keyword's value in the first part that has it.</summary>
    public DocumentNode? First(string keyword)
    {
        foreach (var part in _known)
        {
            if (part[keyword] is { } value)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The keywords of the parts.</summary>
    public IEnumerable<KnownSchema> Known => _known;

    /// <summary>The strictest limit of a count: the greatest value if <paramref name="greatest"/>, else the least.</summary>
    public int? Count(string keyword, bool greatest)
    {
        int? strictest = null;
        foreach (var node in All(keyword))
        {
            if (node.Value.ValueKind == JsonValueKind.Number && node.Value.TryGetDouble(out var value) && value >= 0)
            {
                var count = (int)Math.Min(value, int.MaxValue - 1);
                strictest = strictest is null ? count : greatest ? Math.Max(strictest.Value, count) : Math.Min(strictest.Value, count);
            }
        }

        return strictest;
    }

    /// <summary>The place to report for a keyword: its value in the last part that has it, else <paramref name="otherwise"/>.</summary>
    public DocumentNode PlaceOf(string keyword, DocumentNode otherwise) => All(keyword) is [.., var last] ? last : otherwise;

    /// <summary>The place to report for the first of several keywords that a part has.</summary>
    public DocumentNode PlaceOf(IReadOnlyList<string> keywords, DocumentNode otherwise) =>
        keywords.Reverse().Aggregate(otherwise, (place, keyword) => PlaceOf(keyword, place));
}
