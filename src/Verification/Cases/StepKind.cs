namespace SocialApi.Verification.Cases;

/// <summary>What a step of a sequence is for.</summary>
public enum StepKind
{
    Create,

    /// <summary>What was created is read back.</summary>
    Read,

    /// <summary>The Location header of the creating answer is followed.</summary>
    FollowLocation,
    Update,

    /// <summary>What was updated is read back.</summary>
    ReadUpdated,

    /// <summary>A deletion that must be refused, so that the real one afterwards finds everything in its place.</summary>
    RefusedDelete,
    Delete,

    /// <summary>What was deleted is asked for.</summary>
    ReadDeleted,
    DeleteAgain,
}
