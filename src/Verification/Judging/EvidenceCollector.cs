using SocialContract.Contract.Provenances;
using SocialContract.Contract.Rules;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Recording;

namespace SocialContract.Verification.Judging;

/// <summary>Asks the judges about each observation in turn, and keeps what they say.</summary>
internal sealed class EvidenceCollector(VerificationPlan plan)
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
    private SequenceJudge? _sequence;
    private bool _isMock;

    /// <summary>In the order of the observations.</summary>
    public IReadOnlyList<Evidence> Evidence => _evidence;

    public IReadOnlyList<JudgedAnswer> Answers => _answers;

    /// <summary>Why nothing can be tested, in a sentence; null where the run went through.</summary>
    public string? Obstacle { get; private set; }

    public bool IsBroken(CheckKey check) => _broken.Contains(check);

    /// <summary>How many checks have failed so far.</summary>
    public int Failed(RuleSource gate) => _broken.Count(check => _sources.TryGetValue(check, out var source) && source <= gate);

    public void Add(Observation observation)
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
                // The earlier observations had another cause.
                Obstacle = obstructed.Reason;
                _evidence.Clear();
                _broken.Clear();
                break;
        }
    }

    private void AddAnswer(Observation.Answered observed)
    {
        var (testCase, answer, exchange) = (observed.Case, observed.Answer, observed.Exchange);
        var isPlainRefused = IsBroken(new CheckKey(CheckIds.Plain, testCase.Operation.Id));
        if (!(_isMock && answer.IsSuccess && testCase.Credential == CredentialForm.Unknown))
        {
            var hasIsolated = observed.Phase == RunPhase.Case && _combined.Contains(testCase.Id);
            AddAll(CaseJudge.Of(testCase, answer, exchange, isPlainRefused, hasIsolated));
        }

        var finding = _responses.Judge(testCase, answer, exchange);
        AddAll(finding.Evidence);
        if (finding.IsSound && testCase.Expectation is CaseExpectation.Accepted or CaseExpectation.Any)
        {
            AddAll(_reflections.Judge(testCase, observed.Ids, answer, exchange));
        }

        if (testCase.Expectation == CaseExpectation.Refused && answer.IsRefusal)
        {
            _refused.Add(testCase);
        }

        _answers.Add(new JudgedAnswer(observed, finding.IsSound));
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

    private void AddAll(IEnumerable<Evidence> evidence)
    {
        foreach (var shown in evidence)
        {
            _evidence.Add(shown);
            if (shown.Kind == EvidenceKind.Broken)
            {
                _broken.Add(shown.Check);
            }
        }
    }
}

/// <summary>A response, and whether its form is as the document describes it.</summary>
internal sealed record JudgedAnswer(Observation.Answered Observed, bool IsSound);
