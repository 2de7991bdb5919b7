namespace SocialContract.Verification.Results;

/// <summary>The outcome of a check.</summary>
public enum Outcome
{
    Passed,

    /// <summary>A rule that gates is broken.</summary>
    Failed,

    /// <summary>A rule that the document only assumes (below the gate) is not met: a question to the team, not a failure.</summary>
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
