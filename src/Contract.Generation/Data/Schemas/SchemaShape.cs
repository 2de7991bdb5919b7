using System.Text.Json;
using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Generation.Data.Schemas;

/// <summary>
/// Several schemas that one value must satisfy, flattened: references followed, <c>allOf</c> merged, a branch of each <c>anyOf</c>
/// and <c>oneOf</c> chosen.
/// </summary>
/// <param name="around">What the value around it is made from.</param>
internal sealed class SchemaShape(SchemaReader reader, SchemaShape? around)
{
    private const int MostPlaces = 500;
    private const string Components = "/components/schemas/";

    private readonly List<DocumentNode> _parts = [];
    private readonly List<KnownSchema> _known = [];
    private readonly HashSet<PlaceId> _entered = [];
    private readonly SchemaShape? _around = around;

    /// <summary>Schemas without applicators in place: each counts with all its other keywords.</summary>
    public IReadOnlyList<DocumentNode> Parts => _parts;

    /// <summary>Schemas that the value must not satisfy.</summary>
    public List<DocumentNode> Excluded { get; } = [];

    /// <summary>Branches of <c>oneOf</c> that were not chosen, and so must not accept the value either.</summary>
    public List<DocumentNode> OtherBranches { get; } = [];

    /// <summary>Properties whose text a discriminator prescribes.</summary>
    public Dictionary<string, string> Discriminators { get; } = [];

    /// <summary>Why nothing can satisfy it; null as long as something may.</summary>
    public GenerationFault? Fault { get; set; }

    /// <summary>Whether keywords are among it that are met by trying rather than by construction.</summary>
    public bool MustBeTried { get; set; }

    /// <summary>The first component that the schemas led to: the most derived one, by whose name a discriminator calls it.</summary>
    public DocumentNode? Entry { get; private set; }

    /// <summary>Notes a place on the way; false where it was there before (references may go in a circle) or the way is too long.</summary>
    public bool Enter(DocumentNode place)
    {
        if (_entered.Count >= MostPlaces)
        {
            Fault ??= new(place, $"more than {MostPlaces} schemas apply to one value", OfLimits: true);
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

    /// <summary>Whether a value around this one is made from that place already.</summary>
    public bool IsAround(DocumentNode place)
    {
        for (var shape = _around; shape is not null; shape = shape._around)
        {
            if (shape.Includes(place))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether this value itself is made from that place.</summary>
    public bool Includes(DocumentNode place) => _entered.Contains(place.Place);

    /// <summary>Two keywords of each part side by side.</summary>
    public IEnumerable<(DocumentNode? First, DocumentNode? Second)> Pairs(string first, string second) =>
        _known.Select(part => (part[first], part[second]));

    /// <summary>The keyword's values, one for each part that has it.</summary>
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

    /// <summary>What the parts say.</summary>
    public IEnumerable<KnownSchema> Known => _known;

    /// <summary>The strictest of a keyword that counts: the greatest where <paramref name="greatest"/>, else the least.</summary>
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

    /// <summary>The place to blame for a keyword: the last part that has it, else the first part.</summary>
    public DocumentNode Blame(string keyword, DocumentNode otherwise) => All(keyword) is [.., var last] ? last : otherwise;
}
