using System.Collections.Concurrent;
using System.Text.Json;
using SocialContract.JsonSchema.Instances;
using SocialContract.JsonSchema.Schemas;

namespace SocialContract.JsonSchema.Compilation;

/// <summary>A registered document. A pointer into a document without identifiers costs nothing but its steps.</summary>
internal sealed class SchemaDocument
{
    /// <summary>Objects with at least this many members get an index, because <see cref="JsonElement"/> searches linearly.</summary>
    private const int IndexFrom = 24;

    private readonly ConcurrentDictionary<string, Dictionary<string, JsonElement>> _indexes = new(StringComparer.Ordinal);
    private readonly SchemaResource _root;
    private readonly IdentifierIndex? _identifiers;
    private readonly bool _isUnreadable;

    public SchemaDocument(SchemaStore store, Uri uri, JsonElement root)
    {
        (Uri, Root) = (uri, root);
        BaseUri = UriText.Split(uri.AbsoluteUri).Uri;
        var problem = SchemaText.Check(root);
        var (dialect, refusal) = problem is null
            ? store.DialectOf(root, store.Settings.DefaultDialect)
            : (store.Settings.DefaultDialect, problem);
        _isUnreadable = problem is not null;
        _root = new(this, "", BaseUri, dialect) { Refusal = refusal };
        _identifiers = !_isUnreadable && IdentifierIndex.IsNeeded(root, dialect) ? new(store, _root) : null;
    }

    public Uri Uri { get; }

    /// <summary>The URI that the document was registered with, in normal form, without a fragment.</summary>
    public string BaseUri { get; }

    public JsonElement Root { get; }

    /// <summary>The schema at a pointer that is known to lead somewhere.</summary>
    public Place PlaceAt(string pointer) => TryPlaceAt(pointer, out var place)
        ? place
        : throw new InvalidOperationException($"{Uri}#{pointer} was there when it was indexed.");

    /// <summary>The schema at a pointer, in whichever resource it belongs to.</summary>
    public bool TryPlaceAt(string pointer, out Place place)
    {
        place = new(this, pointer, Root, _root);
        if (_isUnreadable)
        {
            return true;
        }

        if (!TryElementAt(pointer, out var element))
        {
            return false;
        }

        place = new(this, pointer, element, _identifiers?.ResourceAt(pointer, element) ?? _root);
        return true;
    }

    /// <summary>A subschema of a schema: in the same resource, unless it begins a resource.</summary>
    public Place Below(Place parent, string keywordToken, string tokens, JsonElement element)
    {
        var pointer = string.Concat(parent.Pointer, keywordToken, tokens);
        return new(this, pointer, element, _identifiers?.ResourceBegunAt(pointer) ?? parent.Resource);
    }

    /// <summary>Registers the document's identifiers with the store, once.</summary>
    public void Index() => _identifiers?.Fill();

    /// <summary>The value at a pointer; false where there is none.</summary>
    public bool TryElementAt(string pointer, out JsonElement element)
    {
        element = Root;
        if (pointer.Length == 0)
        {
            return true;
        }

        if (pointer[0] != '/')
        {
            return false;
        }

        foreach (var range in pointer.AsSpan(1).Split('/'))
        {
            var token = pointer.AsSpan(1)[range];
            var parent = pointer.AsSpan(0, range.Start.GetOffset(pointer.Length - 1));
            if (!Pointers.TryUnescape(token, out var name) || !TryStep(ref element, parent, token, name))
            {
                return false;
            }
        }

        return true;
    }

    /// <param name="parent">The pointer of the element.</param>
    private bool TryStep(ref JsonElement element, ReadOnlySpan<char> parent, ReadOnlySpan<char> token, string name)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            return element.GetPropertyCount() < IndexFrom
                ? element.TryGetProperty(name, out element)
                : IndexOf(element, parent).TryGetValue(name, out element);
        }

        if (element.ValueKind != JsonValueKind.Array || !Pointers.TryIndex(token, out var index) || index >= element.GetArrayLength())
        {
            return false;
        }

        element = element[index];
        return true;
    }

    private Dictionary<string, JsonElement> IndexOf(JsonElement element, ReadOnlySpan<char> pointer)
    {
        var indexes = _indexes.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!indexes.TryGetValue(pointer, out var index))
        {
            index = new Dictionary<string, JsonElement>(element.GetPropertyCount(), StringComparer.Ordinal);
            foreach (var member in element.EnumerateObject())
            {
                index[member.Name] = member.Value;
            }

            indexes[pointer] = index;
        }

        return index;
    }
}
