using SocialContract.Contract.Provenances;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Recording;
using SocialContract.Verification.Results;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Judging;

/// <summary>Passes each observation to the judges and collects their evidence.</summary>
/// <param name="faults">Collects the kit's own faults.</param>
/// <param name="limit">The end of the run, after which observations are not judged; null if the run has no limit.</param>
internal sealed class EvidenceCollector(VerificationPlan plan, KitFaults faults, RunLimit? limit = null)
{
    private readonly ResponseJudge _responseJudge = new(plan.Api);
    private readonly ReflectionJudge _reflectionJudge = new([.. plan.Operations.Values.SelectMany(operation => operation.Reflections)]);
    private readonly HashSet<string> _combined =
        plan.Cases.Select(testCase => testCase.OnlyIfRefused).OfType<string>().ToHashSet(StringComparer.Ordinal);
    private readonly Dictionary<CheckKey, RuleSource> _sources =
        plan.Checks.Where(check => !check.IsLeftOut).ToDictionary(check => check.Key, check => check.Source);

    private readonly List<Evidence> _evidence = [];
    private readonly List<JudgedResponse> _responses = [];
    private readonly HashSet<CheckKey> _broken = [];
    private readonly List<ContractCase> _refused = [];
    private readonly Lock _lock = new();
    private SequenceJudge? _sequence;
    private bool _isMock;
    private volatile bool _isClosed;

    private CancellationToken CancellationToken => limit?.Token ?? CancellationToken.None;

    /// <summary>In the order of the observations.</summary>
    public IReadOnlyList<Evidence> Evidence => _evidence;

    public IReadOnlyList<JudgedResponse> Responses => _responses;

    /// <summary>Why nothing can be tested, in a sentence; null if the run completed.</summary>
    public string? Obstacle { get; private set; }

    /// <summary>Whether further evidence is ignored.</summary>
    public bool IsClosed => _isClosed;

    public bool IsBroken(CheckKey check) => _broken.Contains(check);

    /// <summary>The number of checks that have failed so far.</summary>
    public int Failed(RuleSource gate) => _broken.Count(check => _sources.TryGetValue(check, out var source) && source <= gate);

    /// <summary>Judges the observation. If the kit fails or the run ends early, the observation's checks are blocked.</summary>
    public void Add(Observation observation)
    {
        try
        {
            Judge(observation);
        }
        catch (OperationCanceledException) when (limit is { Token.IsCancellationRequested: true })
        {
            Block(observation, limit.Reason, FaultKind.TimeOver);
        }
        catch (Exception fault)
        {
            Block(observation, faults.Add($"judging {NameOf(observation)}", fault), FaultKind.Internal);
        }
    }

    /// <summary>
    /// Ignores further evidence, also that of a thread that is still judging. Checks without evidence are blocked for the reason.
    /// </summary>
    public void Close(string reason)
    {
        AddAll(plan.Checks.Select(
            check => new Evidence(check.Key, EvidenceKind.Blocked, Found: reason) { Fault = FaultKind.TimeOver }));
        lock (_lock)
        {
            _isClosed = true;
        }
    }

    private static string NameOf(Observation observation) => observation switch
    {
        Observation.Exchanged observed => observed.Case.Id,
        Observation.Isolated isolated => isolated.Combined.Case.Id,
        _ => "what the run saw",
    };

    private void Judge(Observation observation)
    {
        switch (observation)
        {
            case Observation.Exchanged observed:
                AddResponse(observed);
                break;
            case Observation.NotSent notSent:
                AddAll(notSent.Checks.Select(check => new Evidence(check, EvidenceKind.Blocked, Found: notSent.Reason)));
                break;
            case Observation.Skipped skipped:
                AddAll([new(skipped.Check, EvidenceKind.Skipped, Found: skipped.Reason)]);
                break;
            case Observation.SequenceStarted started:
                _sequence = new SequenceJudge(started.Sequence);
                break;
            case Observation.Isolated isolated:
                var combined = isolated.Combined;
                AddAll(CaseJudge.OfIsolated(
                    combined.Case, combined.Exchange, [.. isolated.Cases.Select(sent => (sent.Case, sent.Result))]));
                break;
            case Observation.MockRecognized:
                _isMock = true;
                break;
            case Observation.Obstructed obstructed:
                Obstruct(obstructed.Reason);
                break;
        }
    }

    private void AddResponse(Observation.Exchanged observed)
    {
        var (testCase, result, exchange) = (observed.Case, observed.Result, observed.Exchange);
        if (result.Fault == FaultKind.None)
        {
            CancellationToken.ThrowIfCancellationRequested();
        }

        var isPlainRefused = IsBroken(new CheckKey(CheckIds.Plain, testCase.Operation.Id));
        if (!(_isMock && result.IsSuccess && testCase.Credential == CredentialForm.Unknown))
        {
            var hasIsolated = observed.Phase == RunPhase.Case && _combined.Contains(testCase.Id);
            AddAll(CaseJudge.Of(testCase, result, exchange, isPlainRefused, hasIsolated));
        }

        var finding = _responseJudge.Judge(testCase, result, exchange, CancellationToken);
        AddAll(finding.Evidence);
        if (finding.IsSound && testCase.Expectation is CaseExpectation.Accepted or CaseExpectation.Any)
        {
            AddAll(_reflectionJudge.Judge(testCase, observed.Ids, result, exchange));
        }

        if (testCase.Expectation == CaseExpectation.Refused && result.IsRefusal)
        {
            _refused.Add(testCase);
        }

        lock (_lock)
        {
            if (!_isClosed)
            {
                _responses.Add(new JudgedResponse(observed, finding.IsSound));
            }
        }

        AddContext(observed, finding, isPlainRefused);
    }

    /// <summary>Adds the evidence that depends on earlier requests.</summary>
    private void AddContext(Observation.Exchanged observed, ResponseFinding finding, bool isPlainRefused)
    {
        switch (observed)
        {
            case { Step: { } step } when !_isMock:
                AddAll(_sequence!.Next(step, observed));
                break;
            case { ListedCreator: { } creator }:
                var refused = _refused.Where(testCase => testCase.Operation.Id == creator).ToList();
                AddAll([ListJudge.Of(creator, refused, observed.Result, observed.Exchange)]);
                break;
            case { State: { } state }:
                AddAll(ExampleJudge.Of(state, observed.Result, observed.Exchange, IsReported(state, finding), isPlainRefused));
                break;
        }
    }

    /// <summary>
    /// Whether another check reports what is wrong with the response, and is at least as sure as the example; else the example reports it.
    /// </summary>
    private bool IsReported(StateCase state, ResponseFinding finding) => !finding.IsSound && finding.Evidence.Any(shown =>
        shown.Kind is EvidenceKind.Broken or EvidenceKind.Undocumented
        && _sources.TryGetValue(shown.Check, out var source) && source <= state.Example.Source);

    /// <summary>Discards the evidence so far, since the obstacle caused it.</summary>
    private void Obstruct(string reason)
    {
        lock (_lock)
        {
            if (!_isClosed)
            {
                Obstacle = reason;
                _evidence.Clear();
                _broken.Clear();
            }
        }
    }

    private void Block(Observation observation, string reason, FaultKind kind)
    {
        var (checks, exchange) = observation switch
        {
            Observation.Exchanged observed => (ChecksOf(observed), observed.Exchange),
            Observation.Isolated isolated => (isolated.Combined.Case.Checks, isolated.Combined.Exchange),
            _ => ([], null),
        };
        AddAll(checks.Select(check => new Evidence(check, EvidenceKind.Blocked, exchange, Found: reason) { Fault = kind }));
    }

    private static IEnumerable<CheckKey> ChecksOf(Observation.Exchanged observed)
    {
        IEnumerable<CheckKey> checks = [.. observed.Case.Checks, .. observed.State?.Case.Checks ?? []];
        checks = observed.Step?.State is { } state ? checks.Append(state) : checks;
        return observed.ListedCreator is { } creator ? checks.Append(new CheckKey(CheckIds.Refused, creator)) : checks;
    }

    private void AddAll(IEnumerable<Evidence> evidence)
    {
        List<Evidence> judged = [.. evidence];
        lock (_lock)
        {
            if (_isClosed)
            {
                return;
            }

            _evidence.AddRange(judged);
            _broken.UnionWith(judged.Where(shown => shown.Kind == EvidenceKind.Broken).Select(shown => shown.Check));
        }
    }
}

/// <summary>A response, and whether its form is as the document describes it.</summary>
internal sealed record JudgedResponse(Observation.Exchanged Observed, bool IsSound);
