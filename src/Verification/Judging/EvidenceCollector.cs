using SocialContract.Contract.Provenances;
using SocialContract.Contract.Rules;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Recording;
using SocialContract.Verification.Results;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Judging;

/// <summary>Asks the judges about each observation in turn, and keeps what they say.</summary>
/// <param name="faults">Gets what fails in the kit itself.</param>
/// <param name="limit">After it nothing is judged any more; null: there is none.</param>
internal sealed class EvidenceCollector(VerificationPlan plan, KitFaults faults, RunLimit? limit = null)
{
    private readonly ResponseJudge _responses = new(plan.Api);
    private readonly ReflectionJudge _reflections = new(plan.Reflections);
    private readonly HashSet<string> _combined =
        plan.Cases.Select(testCase => testCase.OnlyIfRefused).OfType<string>().ToHashSet(StringComparer.Ordinal);
    private readonly Dictionary<CheckKey, RuleSource> _sources =
        plan.Checks.Where(check => !check.IsLeftOut).ToDictionary(check => check.Key, check => check.Source);

    private readonly List<Evidence> _evidence = [];
    private readonly List<JudgedAnswer> _answers = [];
    private readonly HashSet<CheckKey> _broken = [];
    private readonly List<ContractCase> _refused = [];
    private readonly Lock _lock = new();
    private SequenceJudge? _sequence;
    private bool _isMock;
    private volatile bool _isClosed;

    private CancellationToken CancellationToken => limit?.Token ?? CancellationToken.None;

    /// <summary>In the order of the observations.</summary>
    public IReadOnlyList<Evidence> Evidence => _evidence;

    public IReadOnlyList<JudgedAnswer> Answers => _answers;

    /// <summary>Why nothing can be tested, in a sentence; null where the run went through.</summary>
    public string? Obstacle { get; private set; }

    /// <summary>Whether nothing is added any more.</summary>
    public bool IsClosed => _isClosed;

    public bool IsBroken(CheckKey check) => _broken.Contains(check);

    /// <summary>How many checks have failed so far.</summary>
    public int Failed(RuleSource gate) => _broken.Count(check => _sources.TryGetValue(check, out var source) && source <= gate);

    /// <summary>
    /// What cannot be judged, because the kit fails or the run ends early, blocks the checks that the observation is about.
    /// </summary>
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
    /// Adds nothing any more, whatever is still being judged on another thread: checks without evidence are blocked for that reason.
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
        Observation.Answered answered => answered.Case.Id,
        Observation.Isolated isolated => isolated.Combined.Case.Id,
        _ => "what the run saw",
    };

    private void Judge(Observation observation)
    {
        switch (observation)
        {
            case Observation.Answered answered:
                AddAnswer(answered);
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
                    combined.Case, combined.Exchange, [.. isolated.Cases.Select(sent => (sent.Case, sent.Answer))]));
                break;
            case Observation.MockRecognized:
                _isMock = true;
                break;
            case Observation.Obstructed obstructed:
                Obstruct(obstructed.Reason);
                break;
        }
    }

    private void AddAnswer(Observation.Answered observed)
    {
        var (testCase, answer, exchange) = (observed.Case, observed.Answer, observed.Exchange);
        if (answer.Fault == FaultKind.None)
        {
            CancellationToken.ThrowIfCancellationRequested();
        }

        var isPlainRefused = IsBroken(new CheckKey(CheckIds.Plain, testCase.Operation.Id));
        if (!(_isMock && answer.IsSuccess && testCase.Credential == CredentialForm.Unknown))
        {
            var hasIsolated = observed.Phase == RunPhase.Case && _combined.Contains(testCase.Id);
            AddAll(CaseJudge.Of(testCase, answer, exchange, isPlainRefused, hasIsolated));
        }

        var finding = _responses.Judge(testCase, answer, exchange, CancellationToken);
        AddAll(finding.Evidence);
        if (finding.IsSound && testCase.Expectation is CaseExpectation.Accepted or CaseExpectation.Any)
        {
            AddAll(_reflections.Judge(testCase, observed.Ids, answer, exchange));
        }

        if (testCase.Expectation == CaseExpectation.Refused && answer.IsRefusal)
        {
            _refused.Add(testCase);
        }

        lock (_lock)
        {
            if (!_isClosed)
            {
                _answers.Add(new JudgedAnswer(observed, finding.IsSound));
            }
        }

        AddContext(observed, finding.IsSound, isPlainRefused);
    }

    /// <summary>What the response shows because of what was sent before it.</summary>
    private void AddContext(Observation.Answered observed, bool isSound, bool isPlainRefused)
    {
        switch (observed)
        {
            case { Step: { } step } when !_isMock:
                AddAll(_sequence!.Next(step, observed));
                break;
            case { ListedCreator: { } creator }:
                var refused = _refused.Where(testCase => testCase.Operation.Id == creator).ToList();
                AddAll([ListJudge.Of(creator, refused, observed.Answer, observed.Exchange)]);
                break;
            case { State: { } state }:
                AddAll(ExampleJudge.Of(state, observed.Answer, observed.Exchange, isSound, isPlainRefused));
                break;
        }
    }

    /// <summary>Whatever was seen before had another cause.</summary>
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
            Observation.Answered answered => (ChecksOf(answered), answered.Exchange),
            Observation.Isolated isolated => (isolated.Combined.Case.Checks, isolated.Combined.Exchange),
            _ => ([], null),
        };
        AddAll(checks.Select(check => new Evidence(check, EvidenceKind.Blocked, exchange, Found: reason) { Fault = kind }));
    }

    private static IEnumerable<CheckKey> ChecksOf(Observation.Answered answered)
    {
        IEnumerable<CheckKey> checks = [.. answered.Case.Checks, .. answered.State?.Case.Checks ?? []];
        checks = answered.Step?.State is { } state ? checks.Append(state) : checks;
        return answered.ListedCreator is { } creator ? checks.Append(new CheckKey(CheckIds.Refused, creator)) : checks;
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
internal sealed record JudgedAnswer(Observation.Answered Observed, bool IsSound);
