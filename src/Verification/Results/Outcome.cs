namespace SocialContract.Verification.Results;

/// <summary>The outcome of a check.</summary>
public enum Outcome
{
    Passed,

    /// <summary>A check that gates failed.</summary>
    Failed,

    /// <summary>A check below the gate, such as one of a rule that the document only assumes, failed: a question to the team.</summary>
    Question,

    /// <summary>The server did something that the document does not describe.</summary>
    Undocumented,

    /// <summary>The check could not be made: no token, no state, 429, timed out, unreachable.</summary>
    Blocked,

    /// <summary>Broken, but in the baseline until a date.</summary>
    Known,

    /// <summary>No case of the check was sent.</summary>
    NotExercised,
}
