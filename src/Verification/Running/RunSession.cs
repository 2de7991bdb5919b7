using SocialContract.Contract.Messages;
using SocialContract.Contract.Secrets;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Judging;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Recording;
using SocialContract.Verification.Results;
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
    private readonly List<string> _notices = [];
    private readonly UnresponsiveTarget _unresponsive = new();
    private readonly int _planned;
    private int _answered;

    public RunSession(VerificationPlan plan, RunOptions options, RunLimit limit)
    {
        (Plan, Options, Limit) = (plan, options, limit);
        Faults = new KitFaults(plan.Faults);
        Credentials = new Credentials(options);
        Transport = new Transport(options, Credentials);
        Recorder = new Recorder(options, Redactor.Of(plan.Api, Credentials.Secrets));
        Created = new CreatedResources(plan);
        _evidence = new EvidenceCollector(plan, Faults, limit);
        _planned = plan.All.Count(testCase => testCase.OnlyIfRefused is null);
    }

    public VerificationPlan Plan { get; }

    public RunOptions Options { get; }

    public RunLimit Limit { get; }

    /// <summary>What failed in the kit itself.</summary>
    public KitFaults Faults { get; }

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
    public IReadOnlyList<string> Notices
    {
        get
        {
            lock (_notices)
            {
                return [.. _notices];
            }
        }
    }

    /// <summary>Whether the run was ended before it was done.</summary>
    public bool IsClosed => _evidence.IsClosed;

    /// <summary>Why nothing more is sent; null where the server answers.</summary>
    public string? UnresponsiveReason => _unresponsive.Reason;

    public void AddNotices(params IEnumerable<string> notices)
    {
        lock (_notices)
        {
            _notices.AddRange(notices);
        }
    }

    /// <summary>Ends a run that does not end by itself: what is still under way is not observed any more.</summary>
    public void Close()
    {
        _evidence.Close(Limit.Reason);
        AddNotices("The run was ended before it was done: what it created may still be on the server.");
    }

    /// <summary>The verdicts by what was observed.</summary>
    public Verdicts Conclude() => Verdicts.Of(Plan, _evidence, Options.Gate, Faults);

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
    public async Task<Answer> SendAsync(ContractCase testCase, ResourceIds ids, CancellationToken cancellationToken)
    {
        if (_unresponsive.Reason is { } reason)
        {
            return Answer.NotSent(FaultKind.Unresponsive, reason);
        }

        try
        {
            var answer = await Transport.SendAsync(testCase, ids, cancellationToken);
            return answer.Fault != FaultKind.TimeOver ? answer : new Answer
            {
                Fault = FaultKind.TimeOver,
                FaultText = Limit.Reason,
                Milliseconds = answer.Milliseconds,
                IsSent = answer.IsSent,
            };
        }
        catch (Exception fault)
        {
            return Answer.NotSent(FaultKind.Internal, Faults.Add($"sending {testCase.Id}", fault));
        }
    }

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
        var exchange = Faults.Guard(
            $"recording {testCase.Id}", () => Recorder.Add(testCase, ids, answer), reason => Unrecorded(testCase, answer, reason));
        var observed = new Observation.Answered(phase, testCase, ids, answer, exchange);
        observed = with?.Invoke(observed) ?? observed;
        Observe(observed);
        if (!IsMock)
        {
            Faults.Guard($"noting what {testCase.Id} created", () => Created.Note(testCase, ids, answer));
        }

        if (IsClosed)
        {
            return observed;
        }

        _answered++;
        Faults.Guard(
            "showing the progress",
            () => Options.Progress?.Invoke(_answered, Math.Max(_planned, _answered), _evidence.Failed(Options.Gate)));
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

    /// <summary>Stands for an exchange that the kit could not record: nothing of it is shown, because it may hold secrets.</summary>
    private static Exchange Unrecorded(ContractCase testCase, Answer answer, string reason) => new(
        testCase.Id,
        testCase.Title,
        new RequestMessage(testCase.Method, testCase.Operation.Path),
        null,
        reason,
        answer.Milliseconds,
        "",
        null);
}
