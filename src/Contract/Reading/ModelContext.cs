using SocialContract.Contract.Documents;
using SocialContract.Contract.Provenances;
using SocialContract.Contract.Reading.References;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Reading;

/// <summary>Shared by the readers of the model while a document is loaded.</summary>
internal sealed record ModelContext(
    DocumentSet Documents, SpecificationVersion Specification, ProvenanceTree Provenances, SchemaCatalog Schemas, FaultLog Faults)
{
    public DiagnosticBag Diagnostics => Faults.Diagnostics;
}
