using SocialContract.Contract.Secrets;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Judging;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Recording;
using SocialContract.Verification.Sending;
using SocialContract.Verification.Settings;

namespace SocialContract.Verification.Running;

/// <summary>
/// Sends the requests of a run and collects what is observed, in the plan's order, so that a report does not depend on which response came
/// first.
/// </summary>
internal sealed class RunSession : IDisposable
{
    private readonly EvidenceCollector _evidence;
    private readonly List<Observation> _observations = [];
    private readonly UnresponsiveTarget _unresponsive = new();
    private readonly int _planned;
    private int _answered;

    public RunSession(VerificationPlan plan, RunOptions options)
    {
        (Plan, Options) = (plan, options);
        Credentials = new Credentials(options);
        Transport = new Transport(options, Credentials);
        Recorder = new Recorder(options, Redactor.Of(plan.Api, Credentials.Secrets));
        Created = new CreatedResources(plan);
        _evidence = new EvidenceCollector(plan);
        _planned = plan.All.Count(testCase => testCase.OnlyIfRefused is null);
    }

    public VerificationPlan Plan { get; }

    public RunOptions Options { get; }

    public Credentials Credentials { get; }

    public Transport Transport { get; }

    public Recorder Recorder { get; }

    /// <summary>The ids of what was created for all cases together.</summary>
    public ResourceIds Given { get; private set; } = ResourceIds.None;

    /// <summary>What the server did for the run, to be undone.</summary>
    public CreatedResources Created { get; }

    /// <summary>Whether the kit's own mock answers.</summary>
    public bool IsMock { get; private set; }

    /// <summary>In the order in which they are judged.</summary>
    public IReadOnlyList<Observation> Observations => _observations;

    /// <summary>What else the team should know, a sentence each.</summary>
    public List<string> Notices { get; } = [];

    /// <summary>Why nothing more is sent; null where the server answers.</summary>
    public string? UnresponsiveReason => _unresponsive.Reason;

    /// <summary>The verdicts by what was observed.</summary>
    public Verdicts Conclude() => Verdicts.Of(Plan, _evidence, Options.Gate);

    /// <summary>Whether the operation's plain request was refused, so that isolating boundary values shows nothing.</summary>
    public bool IsPlainRefused(ContractCase testCase) => _evidence.IsBroken(new CheckKey(CheckIds.Plain, testCase.Operation.Id));

    /// <summary>Sends a case and observes its answer.</summary>
    /// <param name="ids">What the target's placeholders stand for.</param>
    public async Task<Observation.Answered> AskAsync(
        RunPhase phase, ContractCase testCase, ResourceIds ids, CancellationToken cancellationToken) =>
        Observe(phase, testCase, ids, await SendAsync(testCase, ids, cancellationToken));

    public async Task<Observation.Answered> AskAsync(
        SequenceStep step, ContractCase testCase, ResourceIds ids, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(testCase, ids, cancellationToken);
        return Observe(RunPhase.Sequence, testCase, ids, answer, observed => observed with { Step = step });
    }

    /// <summary>Sends a case; nothing is observed yet.</summary>
    public Task<Answer> SendAsync(ContractCase testCase, ResourceIds ids, CancellationToken cancellationToken) =>
        _unresponsive.Reason is { } reason
            ? Task.FromResult(Answer.NotSent(FaultKind.Unresponsive, reason))
            : Transport.SendAsync(testCase, ids, cancellationToken);

    /// <summary>Observes a response, in the order of the plan.</summary>
    /// <param name="with">Adds what else belongs to the observation.</param>
    public Observation.Answered Observe(
        RunPhase phase,
        ContractCase testCase,
        ResourceIds ids,
        Answer answer,
        Func<Observation.Answered, Observation.Answered>? with = null)
    {
        _unresponsive.Hear(answer);
        var observed = new Observation.Answered(phase, testCase, ids, answer, Recorder.Add(testCase, ids, answer));
        observed = with?.Invoke(observed) ?? observed;
        Observe(observed);
        if (!IsMock)
        {
            Created.Note(testCase, ids, answer);
        }

        Options.Progress?.Invoke(++_answered, Math.Max(_planned, _answered), _evidence.Failed(Options.Gate));
        return observed;
    }

    public void Observe(Observation observation)
    {
        _observations.Add(observation);
        _evidence.Add(observation);
        IsMock |= observation is Observation.MockRecognized;
    }

    /// <summary>Keeps the id of something that other cases need.</summary>
    public void Keep(string creator, string id) => Given = Given.With(creator, id);

    /// <summary>Whether the ids that a case needs are there; where they are not, its checks are blocked.</summary>
    public bool CanSend(ContractCase testCase)
    {
        if (Given.Missing(testCase.Needs) is not { } creator)
        {
            return true;
        }

        Observe(new Observation.NotSent(testCase.Checks, Targets.Missing(creator)));
        return false;
    }

    public void Dispose() => Transport.Dispose();
}
