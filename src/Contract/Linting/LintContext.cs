using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Linting;

/// <summary>What the checks share: the document, its schemas as messages reach them, and the findings.</summary>
internal sealed class LintContext(ContractDescription api, DiagnosticBag findings)
{
    public ContractDescription Api => api;

    /// <summary>Every schema that a message of some operation meets, and those of components that none does.</summary>
    public SchemaPlaces Schemas { get; } = SchemaPlaces.Of(api);

    public void Warn(string code, DocumentNode node, string message, string? nearest = null) =>
        findings.Report(code, DiagnosticSeverity.Warning, node, message, nearest);

    public void Inform(string code, DocumentNode node, string message) =>
        findings.Report(code, DiagnosticSeverity.Information, node, message);

    public void Add(Diagnostic diagnostic) => findings.Add(diagnostic);
}
