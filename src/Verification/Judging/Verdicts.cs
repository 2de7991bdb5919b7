using SocialContract.Contract.Provenances;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Recording;
using SocialContract.Verification.Results;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Judging;

/// <summary>
/// The outcomes of all checks. They follow from the plan, the evidence of its observations and the gate.
/// </summary>
/// <param name="Obstacle">Why nothing could be tested, in a sentence; null if the run completed.</param>
/// <param name="IsTimeOver">Whether a check is blocked because the run's time was over.</param>
internal sealed record Verdicts(IReadOnlyList<CheckResult> Checks, string? Obstacle, bool IsTimeOver)
{
    /// <param name="collected">The evidence of all observations.</param>
    /// <param name="faults">Collects the kit's own faults.</param>
    public static Verdicts Of(VerificationPlan plan, EvidenceCollector collected, RuleSource gate, KitFaults faults)
    {
        var needsRefusal = plan.All
            .Where(testCase => testCase.Expectation == CaseExpectation.Refused)
            .SelectMany(testCase => testCase.Checks)
            .ToHashSet();
        var obstacle = collected.Obstacle;
        var roles = faults.Guard("reviewing the roles", () => RoleReview.Of(plan, collected.Responses), _ => []);
        IEnumerable<Evidence> evidence;
        if (obstacle is null)
        {
            evidence = Reviewed(plan, collected, needsRefusal, faults).Concat(roles);
        }
        else
        {
            var isExplained = collected.Responses.Any(
                response => response.Observed is { Phase: RunPhase.HeaderProbe, Result.IsSuccess: true });
            var reason = isExplained ? "the server looks for the token in another header than the document names"
                : roles.Count > 0 ? "the token is refused everywhere, while that of another role is accepted"
                : obstacle.TrimEnd('.');
            isExplained |= roles.Count > 0;
            evidence = collected.Evidence.Concat(roles)
                .Concat(plan.Checks.Select(check => new Evidence(check.Key, EvidenceKind.Blocked, Found: reason)));
            obstacle = isExplained ? null : obstacle;
        }

        var byCheck = evidence.ToLookup(shown => shown.Check);
        var unplanned = UnplannedChecks.In(plan, byCheck.SelectMany(shown => shown));
        var concluded = plan.Checks.Concat(unplanned)
            .Select(check => faults.Guard(
                $"concluding {check.Key.Id} of {check.Key.Operation}",
                () => Conclusion.Of(check, [.. byCheck[check.Key]], needsRefusal.Contains(check.Key), gate),
                reason => Conclusion.Blocked(check, reason)))
            .ToList();
        return new(
            [.. concluded.Select(conclusion => conclusion.Result)],
            obstacle,
            concluded.Exists(conclusion => conclusion is { Result.Outcome: Outcome.Blocked, Fault: FaultKind.TimeOver }));
    }

    /// <summary>The evidence after the reviews of all responses together.</summary>
    private static List<Evidence> Reviewed(
        VerificationPlan plan, EvidenceCollector collected, HashSet<CheckKey> needsRefusal, KitFaults faults)
    {
        var (explained, refusals) = faults.Guard(
            "reviewing the refusals", () => RefusalReview.Of(plan, collected.Responses), _ => (new HashSet<RecordedCase>(), []));
        var responses = collected.Responses.ToLookup(response => response.Observed.Case.Operation);
        var checks = plan.Checks.ToLookup(check => check.Operation, check => check.Key);
        var evidence = collected.Evidence
            .Where(shown => shown.Exchange is null || !explained.Contains(shown.Exchange))
            .Concat(refusals)
            .ToLookup(shown => shown.Check.Operation, StringComparer.Ordinal);
        return
        [
            .. plan.Api.Operations.SelectMany(operation => faults.Guard(
                $"reviewing {operation.Id}",
                () => RouteReview.Of(
                    operation, [.. checks[operation]], needsRefusal, responses[operation], [.. evidence[operation.Id]]),
                _ => [.. evidence[operation.Id]])),
        ];
    }
}
