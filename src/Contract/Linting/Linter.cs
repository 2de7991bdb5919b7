using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Linting;

/// <summary>Collects the findings about a document: the diagnostics of loading it, and findings that only concern its author.</summary>
public static class Linter
{
    private static readonly Action<LintContext>[] Lints =
    [
        SchemaFaultLint.Run,
        SecretLint.Run,
        ExampleLint.Run,
        SchemaValueLint.Run,
        IgnoredKeywordLint.Run,
        ObjectLint.Run,
        AllOfLint.Run,
        OverlapLint.Run,
        SlowPatternLint.Run,
        DescribedResponsesLint.Run,
        AdminPathLint.Run,
        UnusedComponentLint.Run,
        SourceNoteLint.Run,
        GapLint.Run,
        StateLint.Run,
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
        foreach (var lint in Lints)
        {
            lint(context);
        }

        return new LintReport(findings.InDocumentOrder(api.Documents.Files), api.Gaps);
    }
}
