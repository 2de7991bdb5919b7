using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Model;
using SocialContract.Contract.Sources;

namespace SocialContract.Contract.Reading;

/// <summary>What the readers of the model share while a document is loaded.</summary>
internal sealed record ModelContext(
    DocumentSet Documents, SpecificationVersion Specification, SourceTree Sources, SchemaCatalog Schemas, FaultLog Faults)
{
    public DiagnosticBag Diagnostics => Faults.Diagnostics;
}
