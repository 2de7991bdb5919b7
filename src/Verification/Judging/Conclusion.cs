using SocialContract.Contract.Provenances;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Results;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Judging;

/// <summary>The outcome of a check by the evidence for it.</summary>
/// <param name="Fault">For a blocked check: why there is no response, if there is none.</param>
internal sealed record Conclusion(CheckResult Result, FaultKind Fault)
{
    private const string AssumedOnly = "the documentation does not say so; the contract assumes it";

    /// <param name="evidence">In the order of the observations.</param>
    /// <param name="needsRefusal">
    /// Whether a refusing case is planned; then accepted requests alone do not show that the server keeps the rule.
    /// </param>
    /// <param name="gate">Rules of this source or a surer one fail; the others are questions.</param>
    public static Conclusion Of(PlannedCheck check, IReadOnlyList<Evidence> evidence, bool needsRefusal, RuleSource gate)
    {
        var (outcome, reason, fault) = OutcomeOf(check, evidence, needsRefusal, gate);
        IReadOnlyList<Failure> failures = outcome switch
        {
            Outcome.Failed or Outcome.Question => Failures(evidence, EvidenceKind.Broken),
            Outcome.Undocumented => Failures(evidence, EvidenceKind.Undocumented),
            _ => [],
        };
        string[] cases = [.. evidence.Select(shown => shown.Exchange?.Case).OfType<string>().Distinct()];
        return new(ResultOf(check, outcome, reason, failures, cases), fault);
    }

    /// <summary>A check that is blocked because the kit itself failed.</summary>
    public static Conclusion Blocked(PlannedCheck check, string reason) =>
        new(ResultOf(check, Outcome.Blocked, reason, [], []), FaultKind.Internal);

    private static CheckResult ResultOf(
        PlannedCheck check, Outcome outcome, string reason, IReadOnlyList<Failure> failures, IReadOnlyList<string> cases) =>
        new(
            check.Key.Id,
            check.Key.Operation,
            check.Source,
            check.Statement,
            check.DocumentedName,
            check.Sentence,
            check.Node.Pointer,
            check.Node.Position.File,
            check.Node.Position.Line,
            outcome,
            reason,
            failures,
            cases);

    private static (Outcome Outcome, string Reason, FaultKind Fault) OutcomeOf(
        PlannedCheck check, IReadOnlyList<Evidence> evidence, bool needsRefusal, RuleSource gate)
    {
        if (check.IsLeftOut)
        {
            return (Outcome.NotExercised, check.NotExercised, FaultKind.None);
        }

        if (First(EvidenceKind.Broken) is { } broken)
        {
            return evidence.All(shown => shown.Kind != EvidenceKind.Broken || shown.Doubt is not null)
                ? (Outcome.Question, broken.Doubt!, FaultKind.None)
                : check.Source <= gate
                ? (Outcome.Failed, "", FaultKind.None)
                : (Outcome.Question, check.Note ?? AssumedOnly, FaultKind.None);
        }

        if (First(EvidenceKind.Undocumented) is { } undocumented)
        {
            return (Outcome.Undocumented, undocumented.Found, FaultKind.None);
        }

        var isAccepted = !needsRefusal && check.NotExercised.Length == 0 && First(EvidenceKind.Accepted) is not null;
        if (isAccepted || First(EvidenceKind.Kept) is not null)
        {
            return (Outcome.Passed, "", FaultKind.None);
        }

        if (First(EvidenceKind.Blocked) is { } blocked)
        {
            return (Outcome.Blocked, blocked.Found, blocked.Fault);
        }

        var reason = evidence.LastOrDefault(shown => shown.Kind == EvidenceKind.Skipped)?.Found
            ?? (check.NotExercised.Length > 0 ? check.NotExercised : "no response contained what this check is about");
        return (Outcome.NotExercised, reason, FaultKind.None);

        Evidence? First(EvidenceKind kind) => evidence.FirstOrDefault(shown => shown.Kind == kind);
    }

    /// <summary>A failure for each cause, with the first exchange that shows it: the plainest request comes first.</summary>
    private static List<Failure> Failures(IReadOnlyList<Evidence> evidence, EvidenceKind kind) =>
    [
        .. evidence
            .Where(shown => shown.Kind == kind && shown.Exchange is not null)
            .GroupBy(shown => (shown.Cause, shown.Exchange!.Status))
            .Select(group => FailureOf([.. group])),
    ];

    private static Failure FailureOf(List<Evidence> shown)
    {
        var first = shown[0].Exchange!;
        var others = shown.Select(evidence => evidence.Exchange!.Case).Where(other => other != first.Case).Distinct();
        return new Failure(first, shown[0].Expected, shown[0].Found, [.. others]);
    }
}
