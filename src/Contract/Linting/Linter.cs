using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Linting;

/// <summary>Collects the findings about a document: the diagnostics of loading it, and findings that only concern its author.</summary>
public static class Linter
{
    private static readonly Action<LintContext>[] Checks =
    [
        SchemaFaultCheck.Run,
        SecretCheck.Run,
        ExampleCheck.Run,
        SchemaValueCheck.Run,
        IgnoredKeywordCheck.Run,
        ObjectCheck.Run,
        AllOfCheck.Run,
        SlowPatternCheck.Run,
        DescribedResponsesCheck.Run,
        AdminPathLint.Run,
        UnusedComponentCheck.Run,
        SourceNoteCheck.Run,
        GapCheck.Run,
        StateCheck.Run,
    ];

    /// <summary>All findings in document order, including the diagnostics of loading. Compiles every schema of the document.</summary>
    public static LintReport Lint(ContractDescription api)
    {
        var findings = new DiagnosticBag();
        foreach (var diagnostic in api.Diagnostics)
        {
            findings.Add(diagnostic);
        }

        var context = new LintContext(api, findings);
        foreach (var check in Checks)
        {
            check(context);
        }

        return new LintReport(findings.InDocumentOrder(api.Documents.Files), api.Gaps);
    }
}
