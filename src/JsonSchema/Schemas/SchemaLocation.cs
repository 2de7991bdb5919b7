namespace SocialContract.JsonSchema.Schemas;

/// <summary>A place in a registered document.</summary>
/// <param name="Document">The URI that the document was registered with, even where an <c>$id</c> gives the place another base URI.</param>
/// <param name="Pointer">RFC 6901 pointer from the document's root, empty for the root.</param>
public sealed record SchemaLocation(Uri Document, string Pointer)
{
    public override string ToString() => $"{Document}#{Pointer}";
}
