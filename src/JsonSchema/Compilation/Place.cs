using System.Text.Json;
using SocialContract.JsonSchema.Schemas;

namespace SocialContract.JsonSchema.Compilation;

/// <summary>A schema in a document, not yet compiled.</summary>
/// <param name="Document">The document that it stands in.</param>
/// <param name="Pointer">Where, from the document's root.</param>
/// <param name="Element">Its JSON.</param>
/// <param name="Resource">The schema resource that it belongs to.</param>
internal readonly record struct Place(SchemaDocument Document, string Pointer, JsonElement Element, SchemaResource Resource)
{
    public SchemaLocation Location => new(Document.Uri, Pointer);
}
