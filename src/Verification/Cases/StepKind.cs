namespace SocialContract.Verification.Cases;

/// <summary>What a step of a sequence is for.</summary>
internal enum StepKind
{
    Create,

    /// <summary>The created resource is read back.</summary>
    Read,

    /// <summary>The Location header of the creating response is followed.</summary>
    FollowLocation,

    /// <summary>A resource that existed before the run is read.</summary>
    ReadBefore,
    Update,

    /// <summary>The updated resource is read back.</summary>
    ReadUpdated,

    /// <summary>An update that must be refused.</summary>
    RefusedUpdate,

    /// <summary>The resource is read back after an update that must be refused.</summary>
    ReadUnchanged,

    /// <summary>A deletion that must be refused, so that the real deletion afterwards still finds the resource.</summary>
    RefusedDelete,
    Delete,

    /// <summary>The deleted resource is requested.</summary>
    ReadDeleted,
    DeleteAgain,

    /// <summary>The parent of the created resource is deleted.</summary>
    DeleteParent,

    /// <summary>The child of a deleted parent is requested.</summary>
    ReadChild,
}
