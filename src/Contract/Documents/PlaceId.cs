namespace SocialContract.Contract.Documents;

/// <summary>A place of a document: what everything that is known of a place is kept under.</summary>
/// <param name="File">The file it stands in; a file is itself and no other.</param>
/// <param name="Pointer">RFC 6901 pointer from the file's root.</param>
public readonly record struct PlaceId(DocumentFile File, string Pointer)
{
    /// <summary>The place around it; that of a root is the root itself.</summary>
    public PlaceId Parent => this with { Pointer = Pointer[..Math.Max(Pointer.LastIndexOf('/'), 0)] };

    /// <summary>What stands there; null where nothing does.</summary>
    internal DocumentNode? Node => File.TryFind(Pointer, out var value) ? new DocumentNode(File, Pointer, value) : null;
}
