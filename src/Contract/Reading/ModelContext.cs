using SocialContract.Contract.Documents;
using SocialContract.Contract.Model;
using SocialContract.Contract.Provenances;
using SocialContract.Contract.Reading.References;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Reading;

/// <summary>What the readers of the model share while a document is loaded.</summary>
internal sealed record ModelContext(
    DocumentSet Documents, SpecificationVersion Specification, ProvenanceTree Sources, SchemaCatalog Schemas, FaultLog Faults)
{
    public DiagnosticBag Diagnostics => Faults.Diagnostics;
}
