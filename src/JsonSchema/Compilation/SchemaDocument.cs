using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Compilation;

/// <summary>
/// A registered document. It is searched for identifiers only if its text mentions any, and only when somebody first looks for one;
/// a pointer into a document without identifiers costs nothing but its steps.
/// </summary>
internal sealed class SchemaDocument
{
    private static readonly string[] Identifiers = ["$id", "$anchor", "$dynamicAnchor", "$recursiveAnchor"];

    private readonly SchemaStore _store;
    private readonly Dictionary<string, SchemaResource> _resources = new(StringComparer.Ordinal);
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);
    private readonly DocumentLayout? _layout;
    private readonly SchemaResource _root;
    private readonly bool _isUnreadable;
    private readonly bool _hasIdentifiers;
    private bool _isIndexed;

    public SchemaDocument(SchemaStore store, Uri uri, JsonElement root)
    {
        (_store, Uri, Root) = (store, uri, root);
        BaseUri = UriText.Split(uri.AbsoluteUri).Uri;
        var problem = SchemaText.Check(root);
        var (dialect, refusal) = problem is null ? store.DialectOf(root, store.Settings.DefaultDialect) : (store.Settings.DefaultDialect, problem);
        _isUnreadable = problem is not null;
        _layout = dialect.Layout;
        _root = new(this, "", BaseUri, dialect) { Refusal = refusal };
        _resources[""] = _root;
        _hasIdentifiers = !_isUnreadable && MentionsIdentifiers(dialect);
    }

    public Uri Uri { get; }

    /// <summary>The URI that it was registered with, in normal form, without a fragment.</summary>
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

        place = new(this, pointer, element, _root);
        if (_hasIdentifiers)
        {
            Index();
            if (!_visited.Contains(pointer))
            {
                Search(element, pointer, Enclosing(pointer));
            }

            place = place with { Resource = Enclosing(pointer) };
        }

        return true;
    }

    /// <summary>A subschema of a schema: in the same resource, unless it begins one.</summary>
    public Place Below(Place parent, string keywordToken, string tokens, JsonElement element)
    {
        var place = parent with { Pointer = string.Concat(parent.Pointer, keywordToken, tokens), Element = element };
        return _hasIdentifiers && _resources.TryGetValue(place.Pointer, out var own) ? place with { Resource = own } : place;
    }

    /// <summary>Finds the document's identifiers, once.</summary>
    public void Index()
    {
        if (_isIndexed || !_hasIdentifiers)
        {
            return;
        }

        _isIndexed = true;
        if (_layout is null)
        {
            Search(Root, "", _root);
        }
        else
        {
            SearchContainer(_layout);
        }
    }

    private SchemaResource Enclosing(string pointer)
    {
        while (true)
        {
            if (_resources.TryGetValue(pointer, out var resource))
            {
                return resource;
            }

            pointer = pointer[..pointer.LastIndexOf('/')];
        }
    }

    private bool TryElementAt(string pointer, out JsonElement element)
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
            if (!Pointers.TryUnescape(token, out var name) || !TryStep(ref element, token, name))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryStep(ref JsonElement element, ReadOnlySpan<char> token, string name)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            return element.TryGetProperty(name, out element);
        }

        if (element.ValueKind != JsonValueKind.Array || !Pointers.TryIndex(token, out var index) || index >= element.GetArrayLength())
        {
            return false;
        }

        element = element[index];
        return true;
    }

    /// <summary>Whether the text may hold an identifier; an escape could spell one.</summary>
    private bool MentionsIdentifiers(Dialect dialect)
    {
        var text = JsonMarshal.GetRawUtf8Value(Root);
        foreach (var name in dialect.IdKeyword is { } id ? Identifiers.Append(id) : Identifiers)
        {
            if (text.IndexOf(Encoding.UTF8.GetBytes($"\"{name}\"")) >= 0)
            {
                return true;
            }
        }

        return text.IndexOf("\\u00"u8) >= 0;
    }

    private void SearchContainer(DocumentLayout layout)
    {
        var pending = new Stack<(JsonElement Element, string Pointer)>();
        pending.Push((Root, ""));
        while (pending.TryPop(out var current))
        {
            foreach (var (token, element, name) in Children(current.Element))
            {
                var pointer = current.Pointer + token;
                if (name is null || !IsOpaque(layout, name))
                {
                    if (name is not null && layout.Schemas.Contains(name))
                    {
                        Search(element, pointer, _root);
                    }
                    else if (name is not null && layout.SchemaMaps.Contains(name))
                    {
                        foreach (var (schemaToken, schema, _) in Children(element))
                        {
                            Search(schema, pointer + schemaToken, _root);
                        }
                    }
                    else
                    {
                        pending.Push((element, pointer));
                    }
                }
            }
        }
    }

    private static bool IsOpaque(DocumentLayout layout, string name) =>
        layout.Opaque.Contains(name)
        || (layout.OpaquePrefix.Length > 0 && name.StartsWith(layout.OpaquePrefix, StringComparison.Ordinal));

    /// <summary>Registers the identifiers of a schema and its subschemas.</summary>
    private void Search(JsonElement schema, string pointer, SchemaResource resource)
    {
        var pending = new Stack<(JsonElement Element, string Pointer, SchemaResource Resource)>();
        pending.Push((schema, pointer, resource));
        while (pending.TryPop(out var current))
        {
            if (!_visited.Add(current.Pointer) || current.Element.ValueKind != JsonValueKind.Object)
            {
                continue;
            }

            var own = Identify(current.Element, current.Pointer, current.Resource);
            foreach (var member in current.Element.EnumerateObject())
            {
                if (own.Dialect.TryFind(member.Name, out var keyword))
                {
                    var below = current.Pointer + "/" + Pointers.Escape(member.Name);
                    foreach (var (token, element) in Subschemas.Of(keyword!.Shape, member.Value))
                    {
                        pending.Push((element, below + token, own));
                    }
                }
            }
        }
    }

    /// <summary>The resource that a schema belongs to, which may be one that it begins.</summary>
    private SchemaResource Identify(JsonElement schema, string pointer, SchemaResource resource)
    {
        var (dialect, refusal) = pointer.Length == 0 ? (_root.Dialect, _root.Refusal) : _store.DialectOf(schema, resource.Dialect);
        if (dialect.IdKeyword is { } idKeyword && Text(schema, idKeyword) is { } id
            && !(dialect.RefReplacesSiblings && schema.TryGetProperty("$ref", out _)))
        {
            var (uri, fragment) = UriText.Split(id);
            if (uri.Length > 0)
            {
                resource = new(this, pointer, UriText.Resolve(resource.BaseUri, uri), dialect) { Refusal = refusal };
                _resources[pointer] = resource;
                _store.Register(resource);
            }

            if (fragment is { Length: > 0 } && dialect.RefReplacesSiblings)
            {
                resource.Anchors.TryAdd(fragment, pointer);
            }
        }

        IdentifyAnchors(schema, pointer, resource);
        return resource;
    }

    private static void IdentifyAnchors(JsonElement schema, string pointer, SchemaResource resource)
    {
        if (resource.Dialect.TryFind("$anchor", out _) && Text(schema, "$anchor") is { } anchor)
        {
            resource.Anchors.TryAdd(anchor, pointer);
        }

        if (resource.Dialect.TryFind("$dynamicAnchor", out _) && Text(schema, "$dynamicAnchor") is { } dynamicAnchor)
        {
            resource.Anchors.TryAdd(dynamicAnchor, pointer);
            resource.DynamicAnchors.TryAdd(dynamicAnchor, pointer);
        }

        if (pointer == resource.Pointer && resource.Dialect.TryFind("$recursiveAnchor", out _)
            && schema.TryGetProperty("$recursiveAnchor", out var recursive) && recursive.ValueKind == JsonValueKind.True)
        {
            resource.IsRecursive = true;
        }
    }

    private static string? Text(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static IEnumerable<(string Token, JsonElement Element, string? Name)> Children(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Select(member => ("/" + Pointers.Escape(member.Name), member.Value, (string?)member.Name)),
        JsonValueKind.Array => element.EnumerateArray().Select((item, number) => ($"/{number}", item, (string?)null)),
        _ => [],
    };
}
