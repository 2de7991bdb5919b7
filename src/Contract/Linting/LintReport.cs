using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Model;

namespace SocialContract.Contract.Linting;

/// <summary>The result of linting a document.</summary>
/// <param name="Findings">The diagnostics of the document and the findings of the lint, in document order.</param>
/// <param name="Gaps">Places where the API's documentation is silent or contradicts itself, by row.</param>
public sealed record LintReport(IReadOnlyList<Diagnostic> Findings, IReadOnlyList<Gap> Gaps)
{
    /// <summary>Whether a part of the document cannot be understood.</summary>
    public bool HasErrors => Findings.Any(finding => finding.Severity == DiagnosticSeverity.Error);
}
