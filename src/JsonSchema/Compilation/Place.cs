using System.Text.Json;
using SocialContract.JsonSchema.Schemas;

namespace SocialContract.JsonSchema.Compilation;

/// <summary>A schema in a document, not yet compiled.</summary>
/// <param name="Document">The document that has the schema.</param>
/// <param name="Pointer">Pointer from the document's root to the schema.</param>
/// <param name="Element">The schema's JSON.</param>
/// <param name="Resource">The schema resource that the schema belongs to.</param>
internal readonly record struct Place(SchemaDocument Document, string Pointer, JsonElement Element, SchemaResource Resource)
{
    public SchemaLocation Location => new(Document.Uri, Pointer);
}
