using SocialContract.Verification.Cases;
using SocialContract.Verification.Results;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Recording;

/// <summary>
/// Something that a run saw, or why it could not look. A run only collects observations, in the order in which they are judged; verdicts
/// follow from the plan and from them alone.
/// </summary>
internal abstract record Observation
{
    private Observation()
    {
    }

    /// <summary>A request and what came back for it: a response or a fault.</summary>
    /// <param name="Ids">What the target's placeholders stood for.</param>
    public sealed record Answered(RunPhase Phase, ContractCase Case, ResourceIds Ids, Answer Answer, Exchange Exchange) : Observation
    {
        /// <summary>The step of a sequence that it was; null outside sequences.</summary>
        public SequenceStep? Step { get; init; }

        /// <summary>For <see cref="RunPhase.List"/>: the id of the operation whose resources are listed.</summary>
        public string? ListedCreator { get; init; }

        /// <summary>For <see cref="RunPhase.State"/>: the example that the response is compared with.</summary>
        public StateCase? State { get; init; }
    }

    /// <summary>No request could be sent for these checks.</summary>
    public sealed record NotSent(IReadOnlyList<CheckKey> Checks, string Reason) : Observation;

    /// <summary>Nothing is asked about the check, as the run shows only now.</summary>
    public sealed record Skipped(CheckKey Check, string Reason) : Observation;

    /// <summary>The answered steps that follow are about another resource.</summary>
    public sealed record SequenceStarted(Sequence Sequence) : Observation;

    /// <summary>
    /// A case of several boundary values was refused, and its isolated cases were sent; none where the plain request is not accepted
    /// either.
    /// </summary>
    public sealed record Isolated(Answered Combined, IReadOnlyList<Answered> Cases) : Observation;

    /// <summary>The kit's own mock of the document answers: it keeps no state and may take any token.</summary>
    public sealed record MockRecognized : Observation;

    /// <summary>Nothing can be tested, so that what was seen so far is not evidence.</summary>
    /// <param name="Reason">A sentence.</param>
    public sealed record Obstructed(string Reason) : Observation;
}

/// <summary>What a request of a run is sent for.</summary>
internal enum RunPhase
{
    /// <summary>Creates what the requests of other operations need.</summary>
    Fixture,

    /// <summary>The plain request of an operation.</summary>
    Plain,

    /// <summary>Finds out whether the token is read from another header than the document names.</summary>
    HeaderProbe,

    /// <summary>Depends on no other request.</summary>
    Case,

    /// <summary>A boundary value alone, after a case of several was refused.</summary>
    IsolatedCase,

    /// <summary>A step of a sequence.</summary>
    Sequence,

    /// <summary>Lists what must not have been created by refused requests.</summary>
    List,

    /// <summary>Sent in a provider state.</summary>
    State,

    /// <summary>Deletes what the run created.</summary>
    CleanUp,
}
