using SocialContract.Contract.Documents;
using SocialContract.Contract.Reading.References;

namespace SocialContract.Contract.Reading.Grammar;

/// <summary>
/// What the objects around schemas use, as the walk over a document's grammar finds it: the targets of references, security schemes, and
/// the schemas in them. What schemas use depends on their dialects: the view tells.
/// </summary>
internal sealed class ObjectUses
{
    private readonly List<ObjectUse> _uses = [];
    private readonly List<DocumentNode> _extensions = [];

    private ObjectUses()
    {
    }

    public IReadOnlyList<ObjectUse> All => _uses;

    /// <summary>The values of extensions that the kit does not know, without scalars.</summary>
    public IReadOnlyList<DocumentNode> Extensions => _extensions;

    /// <summary>Walks a loaded document once more: few commands need the uses, and those of a large document take memory.</summary>
    public static ObjectUses Of(ContractDescription api)
    {
        var uses = new ObjectUses();
        var diagnostics = new DiagnosticBag();
        new GrammarWalker(new ModelFiles(api.Documents, diagnostics), api.Specification, new FaultLog(diagnostics), uses).Run();
        return uses;
    }

    public void Add(ObjectUse use) => _uses.Add(use);

    public void AddExtension(DocumentNode value) => _extensions.Add(value);
}

/// <summary>A use of a place.</summary>
/// <param name="From">The place of the reference or of the requirement; of a schema in an object, the schema's own place.</param>
/// <param name="IsSchema">Whether the grammar has a Schema Object there.</param>
internal readonly record struct ObjectUse(PlaceId From, DocumentNode To, bool IsSchema);
