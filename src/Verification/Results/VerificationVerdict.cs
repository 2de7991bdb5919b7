namespace SocialContract.Verification.Results;

/// <summary>The result of a run in a word; it decides the process's exit code (0, 1, 3).</summary>
public enum VerificationVerdict
{
    Conforms,
    Violates,

    /// <summary>Nothing could be tested: unreachable, every request refused because there is no token, nothing exercised.</summary>
    NotTested,

    /// <summary>What was tested conforms, but of an operation no check that gates could be asked; exit code 3.</summary>
    Incomplete,
}
