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
    private readonly Dictionary<string, string> _doubts = new(StringComparer.Ordinal);
    private readonly int _planned;
    private int _observed;

    public RunSession(VerificationPlan plan, RunOptions options, RunLimit limit)
    {
        (Plan, Options, Limit) = (plan, options, limit);
        Faults = new KitFaults(plan.Faults);
        Credentials = new Credentials(options);
        Transport = new Transport(options, Credentials);
        Recorder = new Recorder(options, Redactor.Of(plan.Api, Credentials.Secrets));
        Created = new CreatedResources(plan, options.Url);
        _evidence = new EvidenceCollector(plan, Faults, limit);
        _planned = plan.All.Count(testCase => testCase.OnlyIfRefused is null);
    }

    public VerificationPlan Plan { get; }

    public RunOptions Options { get; }

    public RunLimit Limit { get; }

    /// <summary>The kit's own faults.</summary>
    public KitFaults Faults { get; }

    public Credentials Credentials { get; }

    public Transport Transport { get; }

    public Recorder Recorder { get; }

    /// <summary>The ids of the resources that were created for the cases.</summary>
    public ResourceIds Given { get; private set; } = ResourceIds.None;

    /// <summary>The resources that the server created for the run and the clean-up deletes.</summary>
    public CreatedResources Created { get; }

    /// <summary>Whether the target is the kit's own mock.</summary>
    public bool IsMock { get; private set; }

    /// <summary>In the order in which they are judged.</summary>
    public IReadOnlyList<Observation> Observations => _observations;

    /// <summary>Further facts for the report, a sentence each.</summary>
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

    /// <summary>Whether the run was ended before it was complete.</summary>
    public bool IsClosed => _evidence.IsClosed;

    /// <summary>Why nothing more is sent; null while the server responds.</summary>
    public string? UnresponsiveReason => _unresponsive.Reason;

    public void AddNotices(params IEnumerable<string> notices)
    {
        lock (_notices)
        {
            _notices.AddRange(notices);
        }
    }

    /// <summary>Ends a run that does not end by itself. Requests under way are not observed.</summary>
    public void Close()
    {
        _evidence.Close(Limit.Reason);
        AddNotices("The run was ended before it was done: what it created may still be on the server.");
    }

    /// <summary>The verdicts by what was observed.</summary>
    public Verdicts Conclude() => Verdicts.Of(Plan, _evidence, Options.Gate, Faults);

    /// <summary>Whether the operation's plain request was refused, so that isolating boundary values shows nothing.</summary>
    public bool IsPlainRefused(ContractCase testCase) => _evidence.IsBroken(new CheckKey(CheckIds.Plain, testCase.Operation.Id));

    /// <summary>Sends a case and observes the response.</summary>
    /// <param name="ids">What the target's placeholders stand for.</param>
    public async Task<Observation.Exchanged> AskAsync(
        RunPhase phase, ContractCase testCase, ResourceIds ids, CancellationToken cancellationToken) =>
        Observe(phase, testCase, ids, await SendAsync(testCase, ids, cancellationToken));

    public async Task<Observation.Exchanged> AskAsync(
        SequenceStep step, ContractCase testCase, ResourceIds ids, CancellationToken cancellationToken)
    {
        var result = await SendAsync(testCase, ids, cancellationToken);
        return Observe(RunPhase.Sequence, testCase, ids, result, observed => observed with { Step = step });
    }

    /// <summary>Sends a case; nothing is observed yet.</summary>
    public async Task<SendResult> SendAsync(ContractCase testCase, ResourceIds ids, CancellationToken cancellationToken)
    {
        if (_unresponsive.Reason is { } reason)
        {
            return SendResult.NotSent(FaultKind.Unresponsive, reason);
        }

        try
        {
            var result = await Transport.SendAsync(testCase, ids, cancellationToken);
            if (result.IsRedirect && testCase.Operation.ResponseFor(result.Code) is null
                && Redirection.Of(result, testCase.Method, Options.Url, Targets.Of(testCase, ids)) is { } redirection)
            {
                result = (await Transport.SendAsync(testCase.To(redirection.Target), ids, cancellationToken)).After(redirection);
            }

            return result.Fault != FaultKind.TimeOver ? result : new SendResult
            {
                Fault = FaultKind.TimeOver,
                FaultText = Limit.Reason,
                Milliseconds = result.Milliseconds,
                IsSent = result.IsSent,
            };
        }
        catch (Exception fault)
        {
            return SendResult.NotSent(FaultKind.Internal, Faults.Add($"sending {testCase.Id}", fault));
        }
    }

    /// <summary>Observes a response, in the order of the plan.</summary>
    /// <param name="with">Adds the context of the observation.</param>
    public Observation.Exchanged Observe(
        RunPhase phase,
        ContractCase testCase,
        ResourceIds ids,
        SendResult result,
        Func<Observation.Exchanged, Observation.Exchanged>? with = null)
    {
        _unresponsive.Hear(result);
        var exchange = Faults.Guard(
            $"recording {testCase.Id}", () => Recorder.Add(testCase, ids, result), reason => Unrecorded(testCase, result, reason));
        var observed = new Observation.Exchanged(phase, testCase, ids, result, exchange);
        observed = with?.Invoke(observed) ?? observed;
        Observe(observed);
        if (!IsMock)
        {
            Faults.Guard($"noting what {testCase.Id} created", () => Created.Note(testCase, ids, result));
        }

        if (IsClosed)
        {
            return observed;
        }

        _observed++;
        Faults.Guard(
            "showing the progress",
            () => Options.Progress?.Invoke(_observed, Math.Max(_planned, _observed), _evidence.Failed(Options.Gate)));
        return observed;
    }

    public void Observe(Observation observation)
    {
        _observations.Add(observation);
        _evidence.Add(observation);
        IsMock |= observation is Observation.MockRecognized;
    }

    /// <summary>Keeps the id of a resource that other cases need.</summary>
    public void Keep(string creator, CreatedId created)
    {
        Given = Given.With(creator, created.Id);
        if (created.Doubt is { } doubt)
        {
            _doubts[creator] = doubt;
        }
    }

    /// <summary>
    /// Whether the ids that a case needs are known, and certain where it may change something. If not, its checks are blocked.
    /// </summary>
    public bool CanSend(ContractCase testCase)
    {
        var reason = Targets.Lack(testCase, Given, IsMock) ?? DoubtOf(testCase);
        if (reason is null)
        {
            return true;
        }

        Observe(new Observation.NotSent(testCase.Checks, reason));
        return false;
    }

    /// <summary>
    /// Why a request that may change something is not sent: it is not certain that the run created what it needs; null if it may be sent.
    /// </summary>
    public string? DoubtOf(ContractCase testCase) => testCase.IsSafe
        ? null
        : testCase.Needs.Where(_doubts.ContainsKey).Select(creator => Targets.Doubtful(creator, _doubts[creator])).FirstOrDefault();

    public void Dispose() => Transport.Dispose();

    /// <summary>
    /// Replaces an exchange that the kit could not record. It shows no part of the messages, because they may hold secrets.
    /// </summary>
    private static RecordedCase Unrecorded(ContractCase testCase, SendResult result, string reason) => new(
        testCase.Id,
        testCase.Title,
        new RequestMessage(testCase.Method, testCase.Operation.Path),
        null,
        reason,
        result.Milliseconds,
        "",
        null);
}
