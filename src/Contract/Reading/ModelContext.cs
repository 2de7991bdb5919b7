using SocialApi.Contract.Diagnostics;
using SocialApi.Contract.Model;
using SocialApi.Contract.Sources;

namespace SocialApi.Contract.Reading;

/// <summary>What the readers of the model share while a document is loaded.</summary>
internal sealed record ModelContext(
    DocumentSet Documents, SpecificationVersion Specification, SourceTree Sources, SchemaCatalog Schemas, FaultLog Faults)
{
    public DiagnosticBag Diagnostics => Faults.Diagnostics;
}
