namespace SocialContract.Verification.Running;

/// <summary>What an answer says of a row.</summary>
internal enum EvidenceKind
{
    /// <summary>A request that obeys the rule was accepted.</summary>
    Accepted,

    /// <summary>A request that breaks the rule was refused as the document says; or an answer, or a state, is as the row demands.</summary>
    Kept,
    Broken,
    Undocumented,

    /// <summary>Nothing was learnt.</summary>
    Blocked,
}
