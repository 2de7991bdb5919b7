using System.Text.Json;
using SocialContract.JsonSchema.Dialects;

namespace SocialContract.Contract.Documents;

/// <summary>
/// The identifiers of a file's schemas: <c>$id</c>, <c>$anchor</c> and <c>$dynamicAnchor</c> (JSON Schema core, section 8.2). In draft 4
/// <c>id</c> is the identifier; up to draft 7 a schema with <c>$ref</c> has none, and a fragment in the identifier is an anchor.
/// </summary>
internal sealed class SchemaIdentifiers
{
    private static readonly Dialect[] Older = [Dialect.Draft7, Dialect.Draft6, Dialect.Draft4];

    private readonly DocumentFile _file;
    private readonly Dictionary<string, string> _resources = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Document, string Anchor), string> _anchors = [];
    private readonly Dictionary<string, Uri> _bases = new(StringComparer.Ordinal);

    private SchemaIdentifiers(DocumentFile file)
    {
        _file = file;
        Walk(file.Root, "", file.Uri, DialectOf(file.Root, "jsonSchemaDialect") ?? Dialect.Draft202012);
    }

    /// <summary>Null if the file has no such identifiers, as most files.</summary>
    public static SchemaIdentifiers? Of(DocumentFile file)
    {
        var json = file.Json.Span;
        return json.IndexOf("\"$id\""u8) >= 0 || json.IndexOf("\"$anchor\""u8) >= 0 || json.IndexOf("\"$dynamicAnchor\""u8) >= 0
            || (json.IndexOf("draft-04/schema"u8) >= 0 && json.IndexOf("\"id\""u8) >= 0)
            ? new SchemaIdentifiers(file)
            : null;
    }

    /// <summary>The base of relative references at a place: the nearest <c>$id</c> of the place or its parents, else the file.</summary>
    public Uri BaseOf(string pointer)
    {
        var bases = _bases.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var around = pointer.AsSpan(); ; around = around[..around.LastIndexOf('/')])
        {
            if (bases.TryGetValue(around, out var nearest))
            {
                return nearest;
            }

            if (around.IsEmpty)
            {
                return _file.Uri;
            }
        }
    }

    /// <summary>The pointer of the schema with that absolute <c>$id</c>.</summary>
    public string? Resource(string document) => _resources.GetValueOrDefault(document);

    /// <summary>The pointer of the schema with that anchor in the resource (or file) of that URI.</summary>
    public string? Anchor(string document, string anchor) => _anchors.GetValueOrDefault((document, anchor));

    private void Walk(JsonElement value, string pointer, Uri around, Dialect dialect)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            var own = DialectOf(value, "$schema") ?? dialect;
            if (Text(value, own.Has("$id") ? "$id" : "id") is { Length: > 0 } id && Uri.TryCreate(around, id, out var uri)
                && !(own.RefReplacesSiblings && value.TryGetProperty("$ref", out _)))
            {
                if (own.RefReplacesSiblings && uri.Fragment.Length > 1)
                {
                    _anchors.TryAdd((WithoutFragment(uri), Uri.UnescapeDataString(uri.Fragment[1..])), pointer);
                }

                if (id[0] != '#')
                {
                    (around, dialect) = (uri, own);
                    _resources.TryAdd(WithoutFragment(uri), pointer);
                    _bases.Add(pointer, uri);
                }
            }

            foreach (var name in (ReadOnlySpan<string>)["$anchor", "$dynamicAnchor"])
            {
                if (Text(value, name) is { } anchor)
                {
                    _anchors.TryAdd((WithoutFragment(around), anchor), pointer);
                }
            }

            foreach (var member in value.EnumerateObject())
            {
                Walk(member.Value, $"{pointer}/{JsonPointer.Escape(member.Name)}", around, dialect);
            }
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            var index = 0;
            foreach (var element in value.EnumerateArray())
            {
                Walk(element, $"{pointer}/{index++}", around, dialect);
            }
        }
    }

    internal static string WithoutFragment(Uri uri) => uri.GetLeftPart(UriPartial.Query);

    /// <summary>The dialect that a member names; null if there is no such member. Drafts since 2019-09 have the same identifiers.</summary>
    private static Dialect? DialectOf(JsonElement value, string member) =>
        value.ValueKind != JsonValueKind.Object || Text(value, member)?.TrimEnd('#') is not { } name ? null
        : Array.Find(Older, dialect => dialect.Id.OriginalString.TrimEnd('#') == name) ?? Dialect.Draft202012;

    private static string? Text(JsonElement value, string name) =>
        value.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;
}
