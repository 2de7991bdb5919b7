using SocialContract.Contract.Model;
using SocialContract.Contract.Provenances;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Running;

/// <summary>Gathers what was found out for each row, and concludes.</summary>
internal sealed class Ledger(IReadOnlyList<PlannedCheck> rows)
{
    private readonly Dictionary<CheckKey, List<Evidence>> _evidence = rows.ToDictionary(row => row.Key, _ => new List<Evidence>());
    private readonly Dictionary<CheckKey, RuleSource> _sources = rows.Where(row => !row.IsLeftOut).ToDictionary(row => row.Key, row => row.Source);
    private readonly HashSet<CheckKey> _broken = [];
    private readonly HashSet<CheckKey> _needsRefusal = [];
    private readonly Dictionary<CheckKey, string> _skipped = [];

    /// <summary>Rows for which a refusing case is planned: that their good requests are accepted does not yet mean that they are kept.</summary>
    public void ExpectRefusals(IEnumerable<ContractCase> cases) =>
        _needsRefusal.UnionWith(cases.Where(one => one.Expectation == CaseExpectation.Refused).SelectMany(one => one.Rows));

    public void Add(CheckKey row, EvidenceKind kind, Exchange? exchange = null, string expected = "", string found = "")
    {
        if (_evidence.TryGetValue(row, out var list))
        {
            list.Add(new Evidence(kind, exchange, expected, found));
            if (kind == EvidenceKind.Broken)
            {
                _broken.Add(row);
            }
        }
    }

    public void Add(IEnumerable<CheckKey> all, EvidenceKind kind, Exchange? exchange = null, string expected = "", string found = "")
    {
        foreach (var row in all)
        {
            Add(row, kind, exchange, expected, found);
        }
    }

    /// <summary>Says why nothing is asked about a row, where the plan could not know.</summary>
    public void Skip(CheckKey row, string reason) => _skipped[row] = reason;

    /// <summary>Drops what was found for rows, for it meant something else.</summary>
    public void Forget(IEnumerable<CheckKey> all)
    {
        foreach (var row in all)
        {
            _evidence[row].Clear();
            _broken.Remove(row);
        }
    }

    /// <summary>Drops whatever was found in exchanges, for it meant something else.</summary>
    public void Withdraw(IEnumerable<Exchange> exchanges)
    {
        var withdrawn = exchanges.ToHashSet<Exchange>(ReferenceEqualityComparer.Instance);
        foreach (var (row, list) in _evidence)
        {
            if (list.RemoveAll(one => one.Exchange is { } exchange && withdrawn.Contains(exchange)) > 0 && !list.Exists(one => one.Kind == EvidenceKind.Broken))
            {
                _broken.Remove(row);
            }
        }
    }

    /// <summary>Takes refusals for nothing: a server that refuses everything keeps no rule.</summary>
    public void Distrust(IEnumerable<CheckKey> all, string reason)
    {
        foreach (var row in all.Where(row => _needsRefusal.Contains(row)))
        {
            if (_evidence[row].RemoveAll(one => one.Kind == EvidenceKind.Kept) > 0)
            {
                Add(row, EvidenceKind.Blocked, found: reason);
            }
        }
    }

    public bool IsAccepted(CheckKey row) => _evidence.TryGetValue(row, out var list) && list.Exists(one => one.Kind == EvidenceKind.Accepted);

    public bool IsBroken(CheckKey row) => _broken.Contains(row);

    /// <summary>How many rows have failed so far.</summary>
    public int Failed(RuleSource gate) => _broken.Count(row => _sources.TryGetValue(row, out var source) && source <= gate);

    /// <summary>A row for each planned one, in the plan's order.</summary>
    public IReadOnlyList<CheckResult> Conclude(RuleSource gate) => [.. rows.Select(row => Conclude(row, _evidence[row.Key], gate))];

    private CheckResult Conclude(PlannedCheck row, List<Evidence> evidence, RuleSource gate)
    {
        var (outcome, reason) = Outcome(row, evidence, gate);
        var failures = outcome switch
        {
            Results.Outcome.Failed or Results.Outcome.Question => Failures(evidence, EvidenceKind.Broken),
            Results.Outcome.Undocumented => Failures(evidence, EvidenceKind.Undocumented),
            _ => [],
        };
        return new CheckResult(
            row.Key.Id,
            row.Key.Operation,
            row.Source,
            row.Statement,
            row.DocumentedName,
            row.Sentence,
            row.Node.Pointer,
            row.Node.Position.File,
            row.Node.Position.Line,
            outcome,
            reason,
            failures,
            [.. evidence.Select(one => one.Exchange?.Case).OfType<string>().Distinct()]);
    }

    private (Outcome Outcome, string Reason) Outcome(PlannedCheck row, List<Evidence> evidence, RuleSource gate)
    {
        if (row.IsLeftOut)
        {
            return (Results.Outcome.NotExercised, row.NotExercised);
        }

        if (evidence.Exists(one => one.Kind == EvidenceKind.Broken))
        {
            return row.Source <= gate ? (Results.Outcome.Failed, "") : (Results.Outcome.Question, row.Note ?? "the documentation does not say so; the contract assumes it");
        }

        if (evidence.Find(one => one.Kind == EvidenceKind.Undocumented) is { } undocumented)
        {
            return (Results.Outcome.Undocumented, undocumented.Found);
        }

        var isKept = evidence.Exists(one => one.Kind == EvidenceKind.Kept);
        if (isKept || (!_needsRefusal.Contains(row.Key) && row.NotExercised.Length == 0 && evidence.Exists(one => one.Kind == EvidenceKind.Accepted)))
        {
            return (Results.Outcome.Passed, "");
        }

        if (evidence.Find(one => one.Kind == EvidenceKind.Blocked) is { } blocked)
        {
            return (Results.Outcome.Blocked, blocked.Found);
        }

        if (_skipped.TryGetValue(row.Key, out var skipped))
        {
            return (Results.Outcome.NotExercised, skipped);
        }

        return (Results.Outcome.NotExercised, row.NotExercised.Length > 0 ? row.NotExercised : "no answer showed it");
    }

    /// <summary>One failure for each cause, with the first exchange that shows it: the plainest request comes first.</summary>
    private static List<Failure> Failures(List<Evidence> evidence, EvidenceKind kind) =>
    [
        .. evidence
            .Where(one => one.Kind == kind && one.Exchange is not null)
            .GroupBy(one => (one.Cause, one.Exchange!.Response?.Start))
            .Select(group => FailureOf([.. group])),
    ];

    private static Failure FailureOf(List<Evidence> shown)
    {
        var first = shown[0].Exchange!;
        return new Failure(first, shown[0].Expected, shown[0].Found, [.. shown.Select(one => one.Exchange!.Case).Where(other => other != first.Case).Distinct()]);
    }
}
