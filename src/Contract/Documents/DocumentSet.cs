using System.Text.Json;
using SocialContract.Contract.Diagnostics;
using SocialContract.JsonSchema.Compilation;
using SocialContract.JsonSchema.Schemas;

namespace SocialContract.Contract.Documents;

/// <summary>The files of one document: the entry file and the files that its <c>$ref</c>s lead to.</summary>
public sealed class DocumentSet
{
    /// <summary>A chain with more references than this is treated as a circle.</summary>
    internal const int MaxChainLength = 64;

    private readonly List<DocumentFile> _files;
    private readonly List<string> _unread = [];
    private readonly Dictionary<Uri, DocumentFile> _byUri = [];

    /// <param name="settings">The dialects of the document's schemas.</param>
    internal DocumentSet(DocumentFile entry, SchemaSettings settings)
    {
        _files = [];
        Identifiers = new SchemaIdentifiers(settings);
        Entry = entry;
        Admit(entry);
    }

    public DocumentFile Entry { get; }

    /// <summary>
    /// Every file, the entry first, the others in the order in which references reached them. A change of any of them reloads the document.
    /// </summary>
    public IReadOnlyList<DocumentFile> Files => _files;

    /// <summary>
    /// The absolute paths of files that references name, that may be read, and that could not be: absent, special, not YAML. A change of
    /// any of them reloads the document, too.
    /// </summary>
    public IReadOnlyList<string> Unread => _unread;

    /// <summary>The entry file's root.</summary>
    public DocumentNode Root => new(Entry, "", Entry.Root);

    internal SchemaIdentifiers Identifiers { get; }

    /// <summary>Adds a file. Allowed only while the document is being loaded: afterwards many threads read the set.</summary>
    internal void Admit(DocumentFile file)
    {
        _files.Add(file);
        _byUri[file.Uri] = file;
        Identifiers.Add(file);
    }

    internal void AddUnread(string path) => _unread.Add(path);

    /// <summary>
    /// Finds the place that a reference names: an RFC 3986 relative reference whose fragment is a percent-encoded RFC 6901 pointer. Schemas
    /// are also found by their <c>$id</c> and anchors. Follows one reference: the value found may itself be a reference. False if no file
    /// of the set has such a place.
    /// </summary>
    public bool TryResolve(DocumentNode from, string reference, out DocumentNode target)
    {
        var location = Identifiers.MayExist ? Identifiers.Resolve(from.Place, reference)
            : Reference.Parse(from.File.Uri, reference) is { IsPointer: true } parsed ? new(parsed.Document, parsed.Fragment)
            : null;
        var found = location is null ? null : Find(location);
        target = found.GetValueOrDefault();
        return found is not null;
    }

    /// <summary>
    /// The node itself, or the end of the chain that its <c>$ref</c> starts; null if the chain has no end (a dangling reference or a
    /// circle).
    /// </summary>
    public DocumentNode? Follow(DocumentNode node)
    {
        for (var step = 0; step < MaxChainLength; step++)
        {
            if (node.Text(Reference.Member) is not { } reference)
            {
                return node;
            }

            if (!TryResolve(node, reference, out node))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>The node at a place; null if there is none.</summary>
    public DocumentNode? Find(SchemaLocation location) =>
        _byUri.TryGetValue(location.Document, out var file) && file.TryFind(location.Pointer, out var value)
            ? new DocumentNode(file, location.Pointer, value)
            : null;

    /// <summary>A file's path relative to the entry file; empty for the entry file.</summary>
    internal string NameOf(DocumentFile file) =>
        file == Entry ? "" : Uri.UnescapeDataString(Entry.Uri.MakeRelativeUri(file.Uri).ToString());

    /// <summary>The position of a place; of a place that does not exist, the position of its nearest existing parent.</summary>
    public DocumentPosition PositionOf(SchemaLocation location)
    {
        var file = _byUri.GetValueOrDefault(location.Document, Entry);
        var pointer = location.Pointer;
        JsonElement value;
        while (!file.TryFind(pointer, out value))
        {
            pointer = pointer[..Math.Max(pointer.LastIndexOf('/'), 0)];
        }

        return file.PositionOf(value);
    }

    internal DocumentFile? FileAt(Uri uri) => _byUri.GetValueOrDefault(uri);
}
