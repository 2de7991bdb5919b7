using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Linting;

/// <summary>Shared by the lints: the document, its schemas, and the findings.</summary>
internal sealed class LintContext(ContractDescription api, DiagnosticBag findings)
{
    public ContractDescription Api => api;

    /// <summary>Every schema that applies to a message of an operation, and the other schemas of components.</summary>
    public LintedSchemas Schemas { get; } = LintedSchemas.Of(api);

    /// <inheritdoc cref="DiagnosticBag.Nearest"/>
    public string? Nearest(string name, IEnumerable<string> candidates) => findings.Nearest(name, candidates);

    public void Warn(string code, DocumentNode node, string message, string? nearest = null) =>
        findings.Report(code, DiagnosticSeverity.Warning, node, message, nearest);

    public void Inform(string code, DocumentNode node, string message) =>
        findings.Report(code, DiagnosticSeverity.Information, node, message);

    public void Add(Diagnostic diagnostic) => findings.Add(diagnostic);
}
