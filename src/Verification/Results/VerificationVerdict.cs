namespace SocialContract.Verification.Results;

/// <summary>The whole run in a word, and the process's exit code with it (0, 1, 3).</summary>
public enum VerificationVerdict
{
    Conforms,
    Violates,

    /// <summary>Nothing could be tested: unreachable, every request refused because there is no token, nothing exercised.</summary>
    NotTested,
}
