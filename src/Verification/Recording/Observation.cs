using SocialContract.Verification.Cases;
using SocialContract.Verification.Results;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Recording;

/// <summary>
/// What a run observed, or why it could not observe. Observations are judged one after the other, in the plan's order; the same plan and
/// observations give the same evidence.
/// </summary>
internal abstract record Observation
{
    private Observation()
    {
    }

    /// <summary>A request and what came back for it: a response or a fault.</summary>
    /// <param name="Ids">The ids that replaced the target's placeholders.</param>
    public sealed record Exchanged(RunPhase Phase, ContractCase Case, ResourceIds Ids, SendResult Result, RecordedCase Exchange)
        : Observation
    {
        /// <summary>The step of a sequence; null outside sequences.</summary>
        public SequenceStep? Step { get; init; }

        /// <summary>For <see cref="RunPhase.List"/>: the id of the operation whose resources are listed.</summary>
        public string? ListedCreator { get; init; }

        /// <summary>For <see cref="RunPhase.State"/>: the example that the response is compared with.</summary>
        public StateCase? State { get; init; }
    }

    /// <summary>No request could be sent for these checks.</summary>
    public sealed record NotSent(IReadOnlyList<CheckKey> Checks, string Reason) : Observation;

    /// <summary>No request for the check is sent, for a reason that only the run shows.</summary>
    public sealed record Skipped(CheckKey Check, string Reason) : Observation;

    /// <summary>The steps that follow belong to another sequence, which has a resource of its own.</summary>
    public sealed record SequenceStarted(Sequence Sequence) : Observation;

    /// <summary>
    /// A case of several boundary values was refused, and its isolated cases were sent; none where the plain request is not accepted
    /// either.
    /// </summary>
    public sealed record Isolated(Exchanged Combined, IReadOnlyList<Exchanged> Cases) : Observation;

    /// <summary>The target is the kit's own mock of the document, which keeps no state and may accept any token.</summary>
    public sealed record MockRecognized : Observation;

    /// <summary>Nothing can be tested, so that the observations so far are not evidence.</summary>
    /// <param name="Reason">A sentence.</param>
    public sealed record Obstructed(string Reason) : Observation;
}

/// <summary>What a request of a run is sent for.</summary>
internal enum RunPhase
{
    /// <summary>Creates resources that the requests of other operations need.</summary>
    Fixture,

    /// <summary>The plain request of an operation.</summary>
    Plain,

    /// <summary>Reads a resource, to make certain that the run created it.</summary>
    Confirmation,

    /// <summary>The plain request of an operation with the token of another role.</summary>
    Role,

    /// <summary>Finds out whether the token is read from another header than the document names.</summary>
    HeaderProbe,

    /// <summary>Depends on no other request.</summary>
    Case,

    /// <summary>A boundary value alone, after a case of several was refused.</summary>
    IsolatedCase,

    /// <summary>A step of a sequence.</summary>
    Sequence,

    /// <summary>Lists the resources that refused requests must not have created.</summary>
    List,

    /// <summary>Sent in a provider state.</summary>
    State,

    /// <summary>Deletes what the run created.</summary>
    CleanUp,
}
