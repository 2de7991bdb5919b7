namespace SocialContract.JsonSchema.Schemas;

/// <summary>A place in a document that was registered.</summary>
/// <param name="Document">The URI that the document was registered with, whatever <c>$id</c> stands around the place.</param>
/// <param name="Pointer">RFC 6901 pointer from the document's root, empty for the root.</param>
public sealed record SchemaLocation(Uri Document, string Pointer)
{
    public override string ToString() => $"{Document}#{Pointer}";
}
