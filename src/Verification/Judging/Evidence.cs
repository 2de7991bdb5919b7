using SocialContract.Contract.Rules;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Results;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Judging;

/// <summary>The bearing of an observation on a check.</summary>
/// <param name="Exchange">Null where it does not come from a single request.</param>
/// <param name="Expected">What the check asks for, in a sentence; empty unless broken or undocumented.</param>
/// <param name="Found">
/// What the server did, in a sentence; for <see cref="EvidenceKind.Blocked"/> why the observation shows nothing.
/// </param>
internal sealed record Evidence(CheckKey Check, EvidenceKind Kind, RecordedCase? Exchange = null, string Expected = "", string Found = "")
{
    /// <summary>Identifies the cause; failures with the same cause are reported as one. By default the expected behaviour.</summary>
    public string Cause
    {
        get => field ?? Expected;
        init;
    }

    /// <summary>The rule that a response breaks; null for evidence of another kind.</summary>
    public Rule? Rule { get; init; }

    /// <summary>For <see cref="EvidenceKind.Broken"/>: why it is only a question; null where it is certain.</summary>
    public string? Doubt { get; init; }

    /// <summary>For <see cref="EvidenceKind.Blocked"/>: why there is no response, if there is none.</summary>
    public FaultKind Fault { get; init; }
}

/// <summary>How an observation bears on a check.</summary>
internal enum EvidenceKind
{
    /// <summary>A request that obeys the rule was accepted.</summary>
    Accepted,

    /// <summary>
    /// A request that breaks the rule was refused as the document says; or a response, or a state, is as the check demands.
    /// </summary>
    Kept,
    Broken,
    Undocumented,

    /// <summary>The observation shows nothing about the check.</summary>
    Blocked,

    /// <summary>No request for the check is sent, for a reason that only the run shows.</summary>
    Skipped,
}
