namespace SocialContract.Verification.Running;

/// <summary>Why no answer came.</summary>
internal enum FaultKind
{
    None,

    /// <summary>No connection: refused, no such host, no trust.</summary>
    Unreachable,

    /// <summary>The connection ended before the answer did.</summary>
    Closed,
    TimedOut,

    /// <summary>The answer is longer than a run reads.</summary>
    Endless,

    /// <summary>There is no token for it, or the run's time is over: it was not sent.</summary>
    NotSent,
}
