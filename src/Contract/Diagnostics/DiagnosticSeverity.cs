namespace SocialContract.Contract.Diagnostics;

public enum DiagnosticSeverity
{
    /// <summary>Served as it is; worth knowing.</summary>
    Information,

    /// <summary>Harmless to the meaning: the document is served.</summary>
    Warning,

    /// <summary>Part of the document cannot be understood.</summary>
    Error,
}
