using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SocialApi.Contract.Model;
using SocialApi.Contract.Sources;
using static SocialApi.Contract.Sources.JsonPointer;

namespace SocialApi.Verification.Planning;

/// <summary>Which schemas speak of which place of a message, through <c>$ref</c>, <c>allOf</c>, members and elements; what may be left out, and what is undecided.</summary>
internal sealed class SchemaPlaces
{
    private const int MostVisits = 16;
    private const int Deepest = 12;

    private readonly DocumentSet _documents;
    private readonly List<string> _order = [];
    private readonly Dictionary<string, List<DocumentNode>> _schemas = new(StringComparer.Ordinal);
    private readonly HashSet<string> _required = new(StringComparer.Ordinal);
    private readonly HashSet<(string, string)> _around = [];
    private readonly Dictionary<(string, string), int> _visits = [];

    private readonly bool _withAlternatives;

    private SchemaPlaces(DocumentSet documents, bool withAlternatives = false) => (_documents, _withAlternatives) = (documents, withAlternatives);

    /// <summary>In document order.</summary>
    public IReadOnlyList<string> All => _order;

    /// <param name="withAlternatives">Whether also what only some requests have is among the places: branches of <c>anyOf</c> and <c>oneOf</c>, <c>then</c> and <c>else</c>.</param>
    public static SchemaPlaces OfRequest(Operation operation, MediaType? media, DocumentSet documents, bool withAlternatives = false)
    {
        var places = new SchemaPlaces(documents, withAlternatives);
        foreach (var parameter in operation.Parameters.Where(parameter => !parameter.IsIgnored))
        {
            var place = RequestWriter.PlaceOf(parameter);
            places.Add(place, parameter.Node);
            if (parameter.Required)
            {
                places._required.Add(place);
            }

            if ((parameter.Schema ?? parameter.Content?.Schema) is { } schema)
            {
                places.Enter(schema.Node, place, 0);
            }
        }

        if (media?.Schema is { } body)
        {
            places.Enter(body.Node, "/body", 0);
            if (operation.RequestBody!.Required)
            {
                places._required.Add("/body");
            }
        }

        return places;
    }

    /// <summary>The places of one schema; that of the schema itself is empty.</summary>
    public static SchemaPlaces OfSchema(DocumentNode schema, DocumentSet documents)
    {
        var places = new SchemaPlaces(documents);
        places.Enter(schema, "", 0);
        return places;
    }

    /// <summary>The schemas of a place, <c>$ref</c> followed and also as written; a parameter's own node among them.</summary>
    public IReadOnlyList<DocumentNode> At(string place) => _schemas.GetValueOrDefault(place) ?? [];

    public bool IsRequired(string place) => _required.Contains(place) || place.EndsWith("/*", StringComparison.Ordinal);

    /// <summary>The first value of a keyword at the place.</summary>
    public DocumentNode? Keyword(string place, string keyword) =>
        At(place).Select(schema => schema.Member(keyword)).FirstOrDefault(node => node is not null);

    /// <summary>
    /// The pointers that a pattern names in a message, without those that have schemas of their own beside it: declared members of a map, and the first
    /// elements where <c>prefixItems</c> describes them. All of them where no other is there.
    /// </summary>
    public IReadOnlyList<string> Find(JsonNode parts, string pattern)
    {
        var found = Parts.Find(parts, pattern);
        var own = found.Where(pointer => !IsDeclared(Parts.Tokens(pattern), Parts.Tokens(pointer))).ToList();
        return own.Count > 0 ? own : found;
    }

    /// <summary>Whether a message has the place by that rule; see <see cref="Find(JsonNode, string)"/>.</summary>
    public bool Has(JsonNode parts, string pattern) => Find(parts, pattern) is [var first, ..] && !IsDeclared(Parts.Tokens(pattern), Parts.Tokens(first));

    /// <summary>How many elements of an array have schemas of their own (<c>prefixItems</c>).</summary>
    public int Numbered(string place) => At(place).Select(schema => schema.Member("prefixItems")?.Elements().Count() ?? 0).DefaultIfEmpty().Max();

    /// <summary>Whether the types allowed at the place include one; null where no type is demanded.</summary>
    public bool? Allows(string place, string type)
    {
        bool? allows = null;
        foreach (var schema in At(place))
        {
            if (schema.Member("type") is { } types)
            {
                allows = (allows ?? true) && (Names(types).Contains(type) || (type == "null" && schema.Flag("nullable")));
            }
        }

        return allows;
    }

    /// <summary>Whether a message holds a value that the document neither demands nor forbids (<c>x-undecided</c>); the pointer of the first, or null.</summary>
    public string? Undecided(JsonNode parts)
    {
        foreach (var place in _order)
        {
            foreach (var list in At(place).Select(schema => schema.Member("x-undecided")).OfType<DocumentNode>())
            {
                var values = list.Elements().Select(element => element.Value).ToList();
                foreach (var pointer in Parts.Find(parts, place))
                {
                    Parts.TryGet(parts, pointer, out var found);
                    if (values.Any(value => Same(value, found, place)))
                    {
                        return pointer;
                    }
                }
            }
        }

        return null;
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

    private static bool Same(JsonElement value, JsonNode? found, string place)
    {
        if (!place.StartsWith("/body", StringComparison.Ordinal))
        {
            return TextOf(JsonValue.Create(value)) == TextOf(found);
        }

        return JsonNode.DeepEquals(value.ValueKind == JsonValueKind.Null ? null : JsonNode.Parse(value.GetRawText()), found);
    }

    private static string TextOf(JsonNode? node) =>
        node is null || node.GetValueKind() == JsonValueKind.Null ? "" : node.GetValueKind() == JsonValueKind.String ? node.ToString() : node.ToJsonString();

    private static IEnumerable<string> Names(DocumentNode types) =>
        types.Value.ValueKind == JsonValueKind.String ? [types.Value.GetString()!] : types.Elements().Select(element => element.Value.ToString());

    private void Add(string place, DocumentNode schema)
    {
        if (!_schemas.TryGetValue(place, out var list))
        {
            _schemas.Add(place, list = []);
            _order.Add(place);
        }

        list.Add(schema);
    }

    private void Enter(DocumentNode schema, string place, int depth)
    {
        var key = (schema.File.Uri.ToString(), schema.Pointer);
        var visits = _visits.GetValueOrDefault(key);
        if (depth > Deepest || visits == MostVisits || !_around.Add(key))
        {
            return;
        }

        _visits[key] = visits + 1;
        Add(place, schema);
        if (schema.Text("$ref") is { } reference && _documents.TryResolve(schema, reference, out var target))
        {
            Enter(target, place, depth);
        }

        foreach (var branch in schema.Member("allOf")?.Elements() ?? [])
        {
            Enter(branch, place, depth);
        }

        if (_withAlternatives)
        {
            var branches = ((string[])["anyOf", "oneOf"]).SelectMany(keyword => schema.Member(keyword)?.Elements() ?? []);
            foreach (var branch in branches.Concat(((string[])["then", "else"]).Select(keyword => schema.Member(keyword)).OfType<DocumentNode>()))
            {
                Enter(branch, place, depth);
            }
        }

        foreach (var name in schema.Member("required")?.Elements() ?? [])
        {
            _required.Add($"{place}/{Escape(name.Value.ToString())}");
        }

        foreach (var (name, property) in schema.Member("properties")?.Members() ?? [])
        {
            if (!IsReadOnly(property))
            {
                Enter(property, $"{place}/{Escape(name)}", depth + 1);
            }
        }

        foreach (var (index, element) in (schema.Member("prefixItems")?.Elements() ?? []).Index())
        {
            // What stands there by its number is not left out alone: what follows would move.
            var at = string.Create(CultureInfo.InvariantCulture, $"{place}/{index}");
            _required.Add(at);
            Enter(element, at, depth + 1);
        }

        foreach (var all in (string[])["items", "additionalProperties"])
        {
            if (schema.Member(all) is { Value.ValueKind: JsonValueKind.Object } each)
            {
                Enter(each, $"{place}/*", depth + 1);
            }
        }

        _around.Remove(key);
    }

    private bool IsReadOnly(DocumentNode property) => property.Flag("readOnly") || _documents.Follow(property)?.Flag("readOnly") == true;
}
