using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Model;

namespace SocialContract.Contract.Linting;

/// <summary>What there is to say about a document.</summary>
/// <param name="Findings">Its diagnostics and what the lint adds, in document order.</param>
/// <param name="Gaps">Where the API's documentation is silent or contradicts itself, by row.</param>
public sealed record LintReport(IReadOnlyList<Diagnostic> Findings, IReadOnlyList<Gap> Gaps)
{
    /// <summary>Whether some part of the document cannot be understood.</summary>
    public bool HasErrors => Findings.Any(finding => finding.Severity == DiagnosticSeverity.Error);
}
