namespace SocialContract.Contract.Diagnostics;

public enum DiagnosticSeverity
{
    /// <summary>The document is served as it is.</summary>
    Information,

    /// <summary>The fault does not change the meaning: the document is served.</summary>
    Warning,

    /// <summary>A part of the document cannot be understood.</summary>
    Error,
}
