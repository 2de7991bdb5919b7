namespace SocialContract.Contract.Documents;

/// <summary>A place of a document, as a key.</summary>
/// <param name="File">The file, compared by reference.</param>
/// <param name="Pointer">RFC 6901 pointer from the file's root.</param>
public readonly record struct PlaceId(DocumentFile File, string Pointer)
{
    /// <summary>The place of the parent; of a root, the root itself.</summary>
    public PlaceId Parent => this with { Pointer = Pointer[..Math.Max(Pointer.LastIndexOf('/'), 0)] };

    /// <summary>The name or the index of the place in its parent; empty for a root.</summary>
    internal string Name => JsonPointer.Unescape(Pointer[(Pointer.LastIndexOf('/') + 1)..]);

    /// <summary>The value there; null if there is none.</summary>
    internal DocumentNode? Node => File.TryFind(Pointer, out var value) ? new DocumentNode(File, Pointer, value) : null;

    /// <summary>The file and the pointer. The generated text would print the parents of a root without end.</summary>
    public override string ToString() => $"{File.DisplayPath}#{Pointer}";
}
