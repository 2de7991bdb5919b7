namespace SocialContract.Verification.Reporting;

/// <summary>The formats of a report that goes to a file.</summary>
internal enum ReportFormat
{
    /// <summary>JUnit XML, for a CI server's list of tests.</summary>
    JUnit,

    /// <summary>One self-contained page.</summary>
    Html,

    /// <summary>For programs.</summary>
    Json,

    /// <summary>SARIF 2.1.0, for code scanning.</summary>
    Sarif,

    /// <summary>GitHub Flavored Markdown, for a CI job's summary.</summary>
    Markdown,
}
