using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using SocialContract.JsonSchema.Dialects;
using SocialContract.JsonSchema.Instances;
using SocialContract.JsonSchema.Schemas;

namespace SocialContract.JsonSchema.Compilation;

/// <summary>
/// The schema resources and anchors of a document (JSON Schema core 8.2). A document is searched only if its text may hold an identifier,
/// and only on the first look-up.
/// </summary>
internal sealed class IdentifierIndex
{
    private static readonly string[] Keywords = ["$id", "$anchor", "$dynamicAnchor", "$recursiveAnchor"];

    private readonly Dictionary<string, SchemaResource> _resources = new(StringComparer.Ordinal);
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);
    private readonly SchemaStore _store;
    private readonly SchemaResource _root;
    private bool _isFilled;

    public IdentifierIndex(SchemaStore store, SchemaResource root)
    {
        (_store, _root) = (store, root);
        _resources[""] = root;
    }

    /// <summary>Whether the text of a document may hold an identifier; an escape could spell one.</summary>
    public static bool IsNeeded(JsonElement document, Dialect dialect)
    {
        var text = JsonMarshal.GetRawUtf8Value(document);
        foreach (var name in dialect.IdKeyword is { } id ? Keywords.Append(id) : Keywords)
        {
            if (text.IndexOf(Encoding.UTF8.GetBytes($"\"{name}\"")) >= 0)
            {
                return true;
            }
        }

        return text.IndexOf("\\u00"u8) >= 0 || (text.IndexOf("\"id\""u8) >= 0 && NamesOtherDialects(document, text));
    }

    /// <summary>
    /// Whether schemas in a document may have another base, another name or another dialect than their place tells: the text may hold an
    /// identifier or name a dialect.
    /// </summary>
    public static bool MayIdentify(JsonElement document, Dialect dialect) =>
        JsonMarshal.GetRawUtf8Value(document).IndexOf("\"$schema\""u8) >= 0 || IsNeeded(document, dialect);

    /// <summary>Whether a schema in the document may name a dialect, which may have another identifying keyword.</summary>
    private static bool NamesOtherDialects(JsonElement document, ReadOnlySpan<byte> text)
    {
        var first = text.IndexOf("\"$schema\""u8);
        var isOfRoot = document.ValueKind == JsonValueKind.Object && document.TryGetProperty("$schema", out _);
        return first >= 0 && (!isOfRoot || text[(first + 1)..].IndexOf("\"$schema\""u8) >= 0);
    }

    /// <summary>The resource that a schema belongs to, wherever the schema is in the document.</summary>
    public SchemaResource ResourceAt(string pointer, JsonElement schema)
    {
        Fill();
        if (!_visited.Contains(pointer))
        {
            SearchAround(pointer);
            Search(schema, pointer, Enclosing(pointer));
        }

        return Enclosing(pointer);
    }

    /// <summary>The resource whose root is at the pointer; null where there is none.</summary>
    public SchemaResource? ResourceBegunAt(string pointer) => _resources.GetValueOrDefault(pointer);

    /// <summary>Finds the document's identifiers and registers them with the store, once.</summary>
    public void Fill()
    {
        if (_isFilled)
        {
            return;
        }

        _isFilled = true;

        // A file of a dialect with a layout may be a schema all the same.
        Search(_root.Document.Root, "", _root);
        if (_root.Dialect.Layout is { } layout)
        {
            SearchContainer(layout);
        }
    }

    /// <summary>
    /// Searches the identified schemas around a place that no search has reached, so that its resource does not depend on what was looked
    /// up before.
    /// </summary>
    private void SearchAround(string pointer)
    {
        for (var end = pointer.IndexOf('/', 1); end > 0; end = pointer.IndexOf('/', end + 1))
        {
            var around = pointer[..end];
            if (!_visited.Contains(around) && _root.Document.TryElementAt(around, out var element)
                && element.ValueKind == JsonValueKind.Object && Enclosing(around) is var resource
                && IdOf(element, _store.DialectOf(element, resource.Dialect).Dialect) is not null)
            {
                Search(element, around, resource);
            }
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

    /// <summary>Searches a document that holds schemas and is not itself a schema.</summary>
    private void SearchContainer(DocumentLayout layout)
    {
        var pending = new Stack<(JsonElement Element, string Pointer)>();
        pending.Push((_root.Document.Root, ""));
        while (pending.TryPop(out var current))
        {
            foreach (var (token, element, name) in Children(current.Element))
            {
                var pointer = current.Pointer + token;
                if (name is not null && layout.IsOpaque(name))
                {
                    continue;
                }

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
                    var keywordPointer = current.Pointer + "/" + Pointers.Escape(member.Name);
                    foreach (var (token, element) in Subschemas.Of(keyword.Shape, member.Value))
                    {
                        pending.Push((element, keywordPointer + token, own));
                    }
                }
            }
        }
    }

    /// <summary>The resource that a schema belongs to: a new one where the schema has an identifier of its own.</summary>
    private SchemaResource Identify(JsonElement schema, string pointer, SchemaResource resource)
    {
        var (dialect, refusal) = pointer.Length == 0 ? (_root.Dialect, _root.Refusal) : _store.DialectOf(schema, resource.Dialect);
        if (IdOf(schema, dialect) is { } id)
        {
            var (uri, fragment) = UriText.Split(id);
            if (uri.Length > 0)
            {
                resource = new(_root.Document, pointer, UriText.Resolve(resource.BaseUri, uri), dialect) { Refusal = refusal };
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

    private static string? IdOf(JsonElement schema, Dialect dialect) =>
        dialect.IdKeyword is { } keyword && Text(schema, keyword) is { } id
            && !(dialect.RefReplacesSiblings && schema.TryGetProperty("$ref", out _))
            ? id
            : null;

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
        JsonValueKind.Object => element.EnumerateObject().Select(
            member => ("/" + Pointers.Escape(member.Name), member.Value, (string?)member.Name)),
        JsonValueKind.Array => element.EnumerateArray().Select((item, number) => ($"/{number}", item, (string?)null)),
        _ => [],
    };
}
