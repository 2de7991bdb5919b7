namespace SocialContract.Verification.Cases;

/// <summary>What a step of a sequence is for.</summary>
internal enum StepKind
{
    Create,

    /// <summary>What was created is read back.</summary>
    Read,

    /// <summary>The Location header of the creating response is followed.</summary>
    FollowLocation,

    /// <summary>What was there before the run is read.</summary>
    ReadBefore,
    Update,

    /// <summary>What was updated is read back.</summary>
    ReadUpdated,

    /// <summary>An update that must be refused.</summary>
    RefusedUpdate,

    /// <summary>What must not have been updated is read back.</summary>
    ReadUnchanged,

    /// <summary>A deletion that must be refused, so that the real deletion afterwards still finds the resource.</summary>
    RefusedDelete,
    Delete,

    /// <summary>What was deleted is requested.</summary>
    ReadDeleted,
    DeleteAgain,

    /// <summary>The parent of the created resource is deleted.</summary>
    DeleteParent,

    /// <summary>The child of a deleted parent is requested.</summary>
    ReadChild,
}
