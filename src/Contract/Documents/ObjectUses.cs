namespace SocialContract.Contract.Documents;

/// <summary>
/// What the objects around schemas use, as the walk over a document's grammar finds it: the targets of references, security schemes, and
/// the schemas in them. The uses of schemas depend on their dialects and are not recorded. Complete once the document is loaded.
/// </summary>
internal sealed class ObjectUses
{
    private readonly List<ObjectUse> _uses = [];
    private readonly List<DocumentNode> _extensions = [];

    public IReadOnlyList<ObjectUse> All => _uses;

    /// <summary>The values of extensions that the kit does not know, without scalars.</summary>
    public IReadOnlyList<DocumentNode> Extensions => _extensions;

    /// <summary>Allowed only while the document is being loaded, as is <see cref="AddExtension"/>.</summary>
    public void Add(ObjectUse use) => _uses.Add(use);

    public void AddExtension(DocumentNode value) => _extensions.Add(value);
}

/// <summary>A use of a place.</summary>
/// <param name="From">The place of the reference or of the requirement; of a schema in an object, the schema's own place.</param>
/// <param name="IsSchema">Whether the grammar has a Schema Object there.</param>
internal readonly record struct ObjectUse(PlaceId From, DocumentNode To, bool IsSchema);
